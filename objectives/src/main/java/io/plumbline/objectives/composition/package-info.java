/** Sums of objectives. */
package io.plumbline.objectives.composition;
