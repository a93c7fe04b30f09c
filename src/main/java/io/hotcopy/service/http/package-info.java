/**
 * HTTP and nothing of what is asked by it: bytes of a connection in, requests for the one who is mounted at their path
 * out, and all errors as JSON; also the client's side.
 */
package io.hotcopy.service.http;
