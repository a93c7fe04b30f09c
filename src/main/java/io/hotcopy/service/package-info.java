/**
 * How processes reach a running domain over HTTP: requests of the vendor's clients and calls of other hotcopy processes
 * in, answers out; and the other way round.
 *
 * <p>Front doors: {@link io.hotcopy.service.HttpNeighbours} shares, serves and finds domains,
 * {@link io.hotcopy.service.HttpAdminClient} asks a service. The server itself is in {@code http}, what crosses between
 * our own processes in {@code attach}.
 */
package io.hotcopy.service;
