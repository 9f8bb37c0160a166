/** Messages of the contract to objectives and batches, and evaluations to messages. */
package io.plumbline.objectives.server.wire;
