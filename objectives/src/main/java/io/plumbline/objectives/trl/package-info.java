/** TRL's loss arguments and the compositions that they amount to. */
package io.plumbline.objectives.trl;
