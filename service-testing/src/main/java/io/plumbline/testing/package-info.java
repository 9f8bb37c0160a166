/** What the tests of every service share. */
package io.plumbline.testing;
