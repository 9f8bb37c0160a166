/** Starts workers: as local processes, or as Kubernetes Jobs. */
package io.plumbline.trainer.launch;
