/** {@code plumbline models}: what can be had by reference, and fetching it ahead of time. */
package io.plumbline.cli.models;
