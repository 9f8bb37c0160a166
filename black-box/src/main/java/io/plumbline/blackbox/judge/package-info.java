/** judge-service from outside. */
package io.plumbline.blackbox.judge;
