/** Functions that stay finite at extremes. */
package io.plumbline.objectives.numeric;
