/** Judgments by rewards. */
package io.plumbline.judgment.reward;
