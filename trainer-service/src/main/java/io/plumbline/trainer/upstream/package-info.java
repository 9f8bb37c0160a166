/** The other services, called with deadlines, retries and a circuit breaker. */
package io.plumbline.trainer.upstream;
