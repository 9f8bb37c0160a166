/** What PostgreSQL keeps of evaluation runs. */
package io.plumbline.judge.run.store;
