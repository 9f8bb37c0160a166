/** Reward models that other people's servers run: vLLM's classification and pooling. */
package io.plumbline.reward.upstream;
