/** reward-service from outside. */
package io.plumbline.blackbox.reward;
