/** What came out of a judgment, with an explicit state; nothing falls back in silence. */
package io.plumbline.judgment.verdict;
