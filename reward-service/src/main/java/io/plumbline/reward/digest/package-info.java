/** What bytes are known by. */
package io.plumbline.reward.digest;
