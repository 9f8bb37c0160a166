/** The gRPC door: validates, calls, maps. */
package io.plumbline.judge.grpc;
