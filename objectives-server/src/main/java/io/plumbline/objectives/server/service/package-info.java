/** The {@code Objectives} service: it hands evaluations to bounded threads and answers. */
package io.plumbline.objectives.server.service;
