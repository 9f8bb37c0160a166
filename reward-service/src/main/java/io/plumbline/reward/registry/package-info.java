/** Which reward models there are, in which versions, under which aliases. */
package io.plumbline.reward.registry;
