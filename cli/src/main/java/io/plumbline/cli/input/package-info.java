/** Reading the files that commands are given, compressed or not. */
package io.plumbline.cli.input;
