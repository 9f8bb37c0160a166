/** Answers that were paid for once. */
package io.plumbline.judge.model.cache;
