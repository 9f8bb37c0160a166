/** Rewards of completions. */
package io.plumbline.reward.score;
