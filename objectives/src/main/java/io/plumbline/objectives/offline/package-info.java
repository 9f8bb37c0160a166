/** Policy extraction in offline reinforcement learning. */
package io.plumbline.objectives.offline;
