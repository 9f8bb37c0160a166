/** What every run has: a state that is kept, events with gapless positions, a watch, a cancel. */
package io.plumbline.trainer.run;
