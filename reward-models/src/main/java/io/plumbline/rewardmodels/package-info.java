/** Families of reward models: pure functions of texts and embeddings. */
package io.plumbline.rewardmodels;
