/** Servers that stand in for other people's: a model endpoint and a Kubernetes API server. */
package io.plumbline.blackbox.stub;
