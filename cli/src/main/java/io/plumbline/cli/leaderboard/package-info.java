/** {@code plumbline leaderboard}: published leaderboards from their raw files, and better ones. */
package io.plumbline.cli.leaderboard;
