/** Tools that a judge may use before its verdict; none reaches outside the process. */
package io.plumbline.judgment.tool;
