/** Other people's servers over HTTP, within limits. */
package io.plumbline.service.http;
