/** Between the contract's messages and the domain's records. */
package io.plumbline.judge.mapping;
