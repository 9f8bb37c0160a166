/** How leaderboards are kept. */
package io.plumbline.judge.leaderboard.store;
