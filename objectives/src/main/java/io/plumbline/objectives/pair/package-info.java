/** Objectives on chosen and rejected completions, composed of small parts. */
package io.plumbline.objectives.pair;
