/** The doors of the services under test, which note what was called. */
package io.plumbline.blackbox.door;
