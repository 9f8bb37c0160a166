/** Judges that know nothing, to be shown beside every score. */
package io.plumbline.judgment.baseline;
