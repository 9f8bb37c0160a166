/** The catalogue of papers that Plumbline answers to, and the command that finds them. */
package io.plumbline.cli.methods;
