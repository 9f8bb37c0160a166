/** Reactive database work from any thread. */
package io.plumbline.service.store;
