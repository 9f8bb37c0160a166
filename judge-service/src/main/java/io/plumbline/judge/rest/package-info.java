/** The REST door: the contract's messages as JSON (protobuf's JSON mapping), errors as RFC 9457. */
package io.plumbline.judge.rest;
