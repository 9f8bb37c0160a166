/** Reference values: losses and gradients computed elsewhere, and how far ours are from them. */
package io.plumbline.objectives.check;
