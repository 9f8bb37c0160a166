/** How images, recordings and videos of a question go with what is asked about it. */
package io.plumbline.judgment.media;
