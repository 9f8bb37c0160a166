/** Objectives on sorted samples. */
package io.plumbline.objectives.transport;
