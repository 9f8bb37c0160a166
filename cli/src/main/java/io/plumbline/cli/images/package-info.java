/** Container images of the suite, written as archives without a container engine. */
package io.plumbline.cli.images;
