package io.plumbline.worker.sampling;

/**
 * One drawn completion.
 *
 * @param prompt index of its prompt
 * @param sample counts from 0 within the prompt
 * @param text what follows the prompt
 * @param tokens number of tokens drawn, a stop token not counted
 * @param ended whether it came to a stop token, rather than being cut off
 */
public record SampledCompletion(int prompt, int sample, String text, int tokens, boolean ended) {}
