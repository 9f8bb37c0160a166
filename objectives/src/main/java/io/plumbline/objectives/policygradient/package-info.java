/** Policy-gradient objectives on groups of sampled completions. */
package io.plumbline.objectives.policygradient;
