/** A directory of PostgreSQL data, prepared before a server runs on it. */
package io.plumbline.postgres.cluster;
