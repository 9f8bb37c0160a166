/** Which way of judging to trust. */
package io.plumbline.judgment.selection;
