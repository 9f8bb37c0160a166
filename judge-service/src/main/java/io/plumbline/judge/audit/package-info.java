/** Audits of judges, answered at once; what chat models answered is in the answer cache. */
package io.plumbline.judge.audit;
