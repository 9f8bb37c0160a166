/** Requests and answers in files, written beside an endpoint and answered from without one. */
package io.plumbline.judge.model.replay;
