/** Choosing among candidates by their rewards. */
package io.plumbline.rewardmodels.selection;
