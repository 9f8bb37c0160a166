/** The other side of a worker: its attempts, its reports, and what happens when it is lost. */
package io.plumbline.trainer.worker;
