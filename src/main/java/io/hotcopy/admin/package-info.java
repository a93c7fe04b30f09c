/**
 * The nuoadmin-compatible administration of a running domain, without the network: a request of the vendor's protocol
 * in, what became of it out.
 *
 * <p>Front door: {@link io.hotcopy.admin.AdminApi} answers requests; room {@code service} takes them from the network.
 */
package io.hotcopy.admin;
