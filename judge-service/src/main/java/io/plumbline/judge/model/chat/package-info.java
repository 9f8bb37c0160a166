/** OpenAI-compatible chat endpoints as judges. */
package io.plumbline.judge.model.chat;
