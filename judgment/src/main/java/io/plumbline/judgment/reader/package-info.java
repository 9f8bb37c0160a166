/** Reads verdicts from what judges wrote; a text that is not clear is never a win or a loss. */
package io.plumbline.judgment.reader;
