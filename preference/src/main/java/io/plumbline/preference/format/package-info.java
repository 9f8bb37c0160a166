/** The field's file formats for preference data, as JSON lines in TRL's columns. */
package io.plumbline.preference.format;
