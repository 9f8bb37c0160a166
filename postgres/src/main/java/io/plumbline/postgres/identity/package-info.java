/** The user that the server runs as. */
package io.plumbline.postgres.identity;
