/** A real PostgreSQL in a directory, started and stopped as a process. */
package io.plumbline.postgres;
