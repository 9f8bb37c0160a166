/** Sorting made differentiable: networks whose comparators exchange two values by a degree. */
package io.plumbline.objectives.sorting;
