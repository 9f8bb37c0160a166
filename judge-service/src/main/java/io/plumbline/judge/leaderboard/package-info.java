/** Leaderboards: judgments that were published, and what follows from them. */
package io.plumbline.judge.leaderboard;
