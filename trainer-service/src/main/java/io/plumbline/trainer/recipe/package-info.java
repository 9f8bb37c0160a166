/** Recipe runs: created, run stage after stage, taken up again after a restart. */
package io.plumbline.trainer.recipe;
