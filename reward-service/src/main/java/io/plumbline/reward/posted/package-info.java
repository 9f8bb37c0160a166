/** Embeddings that clients post in the place of texts. */
package io.plumbline.reward.posted;
