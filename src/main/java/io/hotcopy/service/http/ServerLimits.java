package io.hotcopy.service.http;

import java.time.Duration;

/**
 * What an {@link AdminServer} bears.
 *
 * @param idle how long a connection may be silent while something is expected from it
 * @param body how long a request's body may take as a whole
 * @param atOnce requests that one place answers at once; further ones get the status 503
 * @param connections that are open at once; further ones wait until one ends
 */
public record ServerLimits(Duration idle, Duration body, int atOnce, int connections) {

    /** For people, their scripts and some dozens of processes. */
    public static final ServerLimits USUAL = new ServerLimits(Duration.ofSeconds(20), Duration.ofSeconds(30), 64, 512);
}
