/**
 * The nuoadmin-compatible REST resource layer and service: a request of the vendor's protocol in, what became of it in
 * the running domain out; and how another process reaches that domain.
 *
 * <p>Front doors: {@link io.hotcopy.admin.AdminApi} answers requests, {@link io.hotcopy.admin.AdminServer} takes them
 * from the network.
 */
package io.hotcopy.admin;
