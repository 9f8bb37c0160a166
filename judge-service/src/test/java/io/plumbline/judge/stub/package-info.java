/** Servers that stand in for other people's, over real sockets. */
package io.plumbline.judge.stub;
