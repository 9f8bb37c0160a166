/** {@code plumbline judge}: judgments at the prompt. */
package io.plumbline.cli.judge;
