/** The database as the rest sees it: transactions that end, ids and pages. */
package io.plumbline.trainer.store;
