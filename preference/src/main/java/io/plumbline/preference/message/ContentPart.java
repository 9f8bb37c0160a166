package io.plumbline.preference.message;

/** One part of a message: a text, or a medium given by address or inline. */
public sealed interface ContentPart permits TextPart, MediaPart {}
