/** Where the keys of other people's servers are found. */
package io.plumbline.service.key;
