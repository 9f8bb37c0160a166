/** Domain records of preference data; what is compared, ranked and rated. */
package io.plumbline.preference;
