/** Single comparisons, answered at once and not kept. */
package io.plumbline.judge.compare;
