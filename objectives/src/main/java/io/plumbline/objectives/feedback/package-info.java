/**
 * Objectives of recommenders on implicit feedback: clicks that say little of what was not clicked.
 */
package io.plumbline.objectives.feedback;
