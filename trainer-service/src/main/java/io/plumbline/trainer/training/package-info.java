/** Training runs: one task for a worker each, in as many attempts as it takes. */
package io.plumbline.trainer.training;
