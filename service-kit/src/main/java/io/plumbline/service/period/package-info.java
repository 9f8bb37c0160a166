/** Work that comes again and again. */
package io.plumbline.service.period;
