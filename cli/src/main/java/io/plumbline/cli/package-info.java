/** The top command; its subcommands are packages of their own. */
package io.plumbline.cli;
