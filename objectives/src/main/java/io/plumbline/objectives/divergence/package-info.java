/** How log-ratios become scores: the f-divergences and reward shapes. */
package io.plumbline.objectives.divergence;
