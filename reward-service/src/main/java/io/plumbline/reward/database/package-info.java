/** Access to PostgreSQL from any thread. */
package io.plumbline.reward.database;
