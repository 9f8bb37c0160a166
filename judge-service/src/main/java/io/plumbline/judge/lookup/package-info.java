/** Fetches texts from hosts that the operator allows. */
package io.plumbline.judge.lookup;
