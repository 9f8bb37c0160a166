/** The demo: the whole loop as one recipe, from sampled stories to a judged, tuned model. */
package io.plumbline.cli.demo;
