/** Rows in data files that audits ask about: ours, or a user's. */
package io.plumbline.judgment.material;
