/** How the command line talks to the services. */
package io.plumbline.cli.client;
