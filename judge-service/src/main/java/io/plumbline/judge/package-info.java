/** judge-service: asks models for judgments, runs evaluations, keeps verdicts. */
package io.plumbline.judge;
