/** Runs the black-box tests against the services as any of their packages. */
package io.plumbline.cli.proof;
