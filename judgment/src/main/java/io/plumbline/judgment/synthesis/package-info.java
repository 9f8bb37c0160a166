/**
 * How preference pairs are written: answers, reviews, further answers, and what a judge prefers.
 */
package io.plumbline.judgment.synthesis;
