/** What all commands share in printing: text or one JSON document, progress on standard error. */
package io.plumbline.cli.output;
