/** Builds the services as native executables, with a GraalVM that comes as npm packages. */
package io.plumbline.cli.nativeimage;
