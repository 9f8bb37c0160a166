/** The embedded suite: PostgreSQL and the three services as processes. */
package io.plumbline.cli.suite;
