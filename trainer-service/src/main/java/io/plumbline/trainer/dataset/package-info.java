/** Append-only data sets: rows with gapless positions, and a digest once complete. */
package io.plumbline.trainer.dataset;
