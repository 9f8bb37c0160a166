/** Reward for speaking to the point (METHODS 8). */
package io.plumbline.rewardmodels.relevance;
