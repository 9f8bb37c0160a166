/** Objectives of reward and value heads that are not functions of two separate scores. */
package io.plumbline.objectives.reward;
