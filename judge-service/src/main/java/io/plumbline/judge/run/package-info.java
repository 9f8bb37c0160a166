/** Evaluation runs: durable, resumable, exactly-once in their results. */
package io.plumbline.judge.run;
