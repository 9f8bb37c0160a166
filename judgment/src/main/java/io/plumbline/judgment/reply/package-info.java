/** What a protocol asks of a model, and what comes back. */
package io.plumbline.judgment.reply;
