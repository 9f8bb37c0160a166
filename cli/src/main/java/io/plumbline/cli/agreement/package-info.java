/** {@code plumbline agreement}: how far raters agree. */
package io.plumbline.cli.agreement;
