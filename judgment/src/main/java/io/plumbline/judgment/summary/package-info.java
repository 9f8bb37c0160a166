/** Sums up many verdicts of one judge. */
package io.plumbline.judgment.summary;
