/** Where the scores that losses compare come from: log-ratios, heads, denoising errors. */
package io.plumbline.objectives.score;
