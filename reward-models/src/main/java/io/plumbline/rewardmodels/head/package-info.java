/** Scalar reward heads on fixed features, trained to their optimum. */
package io.plumbline.rewardmodels.head;
