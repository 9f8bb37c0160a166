/** The objectives at the prompt: their catalogue, and the check against reference values. */
package io.plumbline.cli.objectives;
