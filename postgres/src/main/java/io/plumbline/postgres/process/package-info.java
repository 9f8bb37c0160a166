/** Programs that live no longer than their owner, and the ports they listen on. */
package io.plumbline.postgres.process;
