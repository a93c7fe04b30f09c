package io.hotcopy.service.outside

import java.nio.file.Path

/**
 * A domain that is served, and a client that drives it. Lines are the vendor's, whose directories begin with
 * {@code /backups}: here that is a directory of the domain's own. Used by one thread.
 */
class Side {

    final Path directory
    private final String address
    private final Closure<Said> client
    private final Map<String, Said> remembered = [:]

    /** @param client runs {@code nuocmd} with a list of arguments */
    Side(Path directory, URI address, Closure<Said> client) {
        this.directory = directory
        this.address = address.authority
        this.client = client
    }

    Said run(String line) {
        client(arguments(line))
    }

    /** What the line printed is asked for later as {@code <name.property>}. */
    Said runAndRemember(String name, String line) {
        remembered[name] = run(line)
    }

    List<String> arguments(String line) {
        ['--api-server', address] + Words.of(filled(line))
    }

    private String filled(String line) {
        line.replaceAll(/<(\w+)\.(\w+)>/) { remembered[it[1]].property(it[2]) }
            .replaceAll(/(^| )\/(backups|archives)/) { "${it[1]}$directory/${it[2]}".toString() }
    }
}
