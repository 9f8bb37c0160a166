/** Bounded work on few threads, batched as it waits. */
package io.plumbline.reward.batch;
