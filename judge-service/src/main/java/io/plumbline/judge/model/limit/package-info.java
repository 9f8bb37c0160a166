/** What a model may be asked for in a minute, and what it may cost. */
package io.plumbline.judge.model.limit;
