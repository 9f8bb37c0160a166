/** Ways of asking that make a judge harder to sway. */
package io.plumbline.judgment.mitigation;
