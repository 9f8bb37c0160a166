/** Judging protocols: small programs that ask for completions and return a verdict. */
package io.plumbline.judgment.protocol;
