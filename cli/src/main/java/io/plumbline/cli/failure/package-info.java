/** How commands fail: one line that names cause and remedy, and the exit code. */
package io.plumbline.cli.failure;
