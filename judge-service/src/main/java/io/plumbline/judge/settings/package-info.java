/** What the service is configured with. */
package io.plumbline.judge.settings;
