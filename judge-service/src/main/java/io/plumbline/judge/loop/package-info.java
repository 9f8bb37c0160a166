/** Which event loop work is done on, and where its result is taken. */
package io.plumbline.judge.loop;
