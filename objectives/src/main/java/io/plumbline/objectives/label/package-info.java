/** How a loss is read under uncertain preference labels. */
package io.plumbline.objectives.label;
