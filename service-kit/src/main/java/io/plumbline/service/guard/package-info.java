/** Fault tolerance of calls that leave the process. */
package io.plumbline.service.guard;
