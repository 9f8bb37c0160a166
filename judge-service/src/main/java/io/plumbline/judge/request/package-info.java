/** Requests that cannot be served as they are. */
package io.plumbline.judge.request;
