/** What can go wrong with a request, without regard to the door it came through. */
package io.plumbline.reward.failure;
