/** reward-service as judge. */
package io.plumbline.judge.model.reward;
