package io.hotcopy.model;

import java.util.List;

/**
 * Hosts that are lost together when a site is lost.
 *
 * @param name a {@link PlainName}
 * @param hosts at least one, in the order of their declaration
 */
public record Region(String name, List<String> hosts) {

    public Region {
        hosts = List.copyOf(hosts);
    }
}
