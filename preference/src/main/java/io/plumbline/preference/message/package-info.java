/** Messages and their parts: what a prompt or a completion consists of. */
package io.plumbline.preference.message;
