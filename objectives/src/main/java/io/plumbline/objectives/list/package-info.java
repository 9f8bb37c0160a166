/** Objectives on lists of completions. */
package io.plumbline.objectives.list;
