/** Runs the black-box tests against running services and says how many ran. */
package io.plumbline.blackbox;
