/** {@code plumbline measure}: the small statistics at the prompt, on one JSON document each. */
package io.plumbline.cli.measure;
