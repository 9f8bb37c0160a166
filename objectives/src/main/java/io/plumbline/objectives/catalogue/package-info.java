/** The catalogue: every objective by name, with its source, its equation and its factory. */
package io.plumbline.objectives.catalogue;
