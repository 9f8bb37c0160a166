/** Probes of judges' biases, and what they come to. */
package io.plumbline.judgment.audit;
