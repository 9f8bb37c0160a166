/** {@code plumbline reward}: reward models at the prompt. */
package io.plumbline.cli.reward;
