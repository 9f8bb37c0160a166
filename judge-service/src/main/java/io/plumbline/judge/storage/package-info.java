/** How the database is reached. */
package io.plumbline.judge.storage;
