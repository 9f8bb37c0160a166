/** How a judgment is asked for, read and combined; no network, no clock, no threads. */
package io.plumbline.judgment;
