/** What is counted of every model. */
package io.plumbline.judge.model.metrics;
