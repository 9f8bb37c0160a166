/** How a reward model is measured on preferences that it did not see. */
package io.plumbline.rewardmodels.evaluation;
