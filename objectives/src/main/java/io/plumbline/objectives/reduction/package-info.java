/** How token log-probabilities become one number per completion. */
package io.plumbline.objectives.reduction;
