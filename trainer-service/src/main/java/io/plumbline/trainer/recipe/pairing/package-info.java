/** Preference pairs and comparisons made from completions. No I/O. */
package io.plumbline.trainer.recipe.pairing;
