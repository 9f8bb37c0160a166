/**
 * The objectives as a program of its own, without a database: a sidecar for engines that train
 * elsewhere.
 */
package io.plumbline.objectives.server;
