/** Trainings of reward heads: stored, run to their end even across restarts, watched. */
package io.plumbline.reward.head;
