package io.plumbline.judge.rest;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * Problem details (RFC 9457).
 *
 * @param field the request's field at fault, where there is one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(String type, String title, int status, String detail, String field) {}
