/** What can go wrong, as the status that callers see and runs keep. */
package io.plumbline.trainer.fault;
