/** Somebody's server, which misbehaves on purpose. */
package io.plumbline.reward.stub;
