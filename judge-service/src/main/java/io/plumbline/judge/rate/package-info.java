/** Ratings on a rubric and rankings of several completions, answered at once and not kept. */
package io.plumbline.judge.rate;
