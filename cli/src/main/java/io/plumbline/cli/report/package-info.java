/**
 * What a demo found, as pure functions from the services' answers to a report: the numbers, a
 * terminal table, JSON and a self-contained page.
 */
package io.plumbline.cli.report;
