/** trainer-service from outside. */
package io.plumbline.blackbox.trainer;
