package io.hotcopy.live;

import java.nio.file.Path;
import java.util.List;

/**
 * How a domain is served to the vendor's clients.
 *
 * @param address to listen on, a loopback one
 * @param port to listen on; 0 for any that is free
 * @param allowed where clients may have hot copies and archives written; empty for everywhere but the homes of the
 *     domain and of hotcopy
 * @param finishing whether hot copies that run are finished when the service is stopped, instead of cancelled
 */
public record Serving(String address, int port, List<Path> allowed, boolean finishing) {

    public Serving {
        allowed = List.copyOf(allowed);
    }
}
