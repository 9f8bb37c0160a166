/** One comparison by one judge. */
package io.plumbline.judge.judging;
