/** Objectives on single completions. */
package io.plumbline.objectives.sequence;
