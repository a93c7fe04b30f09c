package io.hotcopy.admin;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What a service is told about itself.
 *
 * @param clock the wall clock
 * @param address where it is reached, as {@code http://127.0.0.1:8888}; asked when first needed
 * @param version how it names itself to clients
 * @param allowed where archives and hot copies may be written; empty for everywhere but {@code forbidden}
 * @param forbidden where they never may be: the home of the domain, and of hotcopy
 * @param log hears one line for each message of a client and each job that failed after its request was answered, and
 *     the trace of each defect; from several threads
 */
public record AdminSettings(
        Clock clock,
        Supplier<String> address,
        String version,
        List<Path> allowed,
        List<Path> forbidden,
        Consumer<String> log) {

    public AdminSettings {
        allowed = List.copyOf(allowed);
        forbidden = List.copyOf(forbidden);
    }
}
