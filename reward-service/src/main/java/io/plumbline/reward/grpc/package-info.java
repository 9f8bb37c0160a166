/** The gRPC doors: validate, call, map. */
package io.plumbline.reward.grpc;
