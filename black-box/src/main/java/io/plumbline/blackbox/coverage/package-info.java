/** Which methods of a service were not called. */
package io.plumbline.blackbox.coverage;
