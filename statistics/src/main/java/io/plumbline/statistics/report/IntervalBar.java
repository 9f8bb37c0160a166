package io.plumbline.statistics.report;

import io.plumbline.statistics.interval.Interval;

/** A labelled interval in a plot, in percent. */
public record IntervalBar(String label, Interval interval) {}
