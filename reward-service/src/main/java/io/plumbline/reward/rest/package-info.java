/** The REST door: validate, call, map. */
package io.plumbline.reward.rest;
