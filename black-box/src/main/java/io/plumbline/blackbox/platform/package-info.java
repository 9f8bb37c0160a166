/** Tests that hold for every service. */
package io.plumbline.blackbox.platform;
