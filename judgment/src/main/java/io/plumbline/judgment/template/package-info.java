/** Judge prompts with placeholders, filled so that a candidate stays inside its fence. */
package io.plumbline.judgment.template;
