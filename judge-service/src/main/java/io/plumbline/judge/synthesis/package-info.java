/** Preference pairs from models that answer, review and judge, answered at once and not kept. */
package io.plumbline.judge.synthesis;
