/** Reads recorded judge texts again. */
package io.plumbline.judgment.recorded;
