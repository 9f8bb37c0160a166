/** Somebody's server over HTTP: JSON asked and answered, within limits. */
package io.plumbline.reward.http;
