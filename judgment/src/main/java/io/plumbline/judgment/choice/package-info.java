/** Questions with lettered options, and what a model chose. */
package io.plumbline.judgment.choice;
