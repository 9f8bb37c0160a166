/** Texts to vectors. */
package io.plumbline.reward.encoder;
