/** The gRPC doors: they validate, call and map. */
package io.plumbline.trainer.grpc;
