package io.plumbline.worker.job;

/** A prompt and a text that follows it. */
public record CompletionText(String prompt, String completion) {}
