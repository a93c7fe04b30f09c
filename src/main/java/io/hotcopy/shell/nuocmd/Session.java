package io.hotcopy.shell.nuocmd;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * What one command works with.
 *
 * @param zone of times that are printed
 * @param tokens makes a word that nobody else has
 */
record Session(Connection connection, Printer printer, Waiting waiting, ZoneId zone, Supplier<String> tokens) {

    Map<String, Object> get(Query query, String... path) {
        return connection.get(Connection.path(path), query);
    }

    Map<String, Object> post(Map<String, Object> body, String... path) {
        return connection.post(Connection.path(path), new Query(), body);
    }

    /** All of a listing. */
    List<Map<String, Object>> all(Listing listing) {
        return listing.all(connection, waiting);
    }

    /** As much of a listing as the consumer wants. */
    void eachWhile(Listing listing, Predicate<Map<String, Object>> consumer) {
        listing.eachWhile(connection, waiting, consumer);
    }

    /** The processes that run, those of one database if it is given. */
    static Listing processes(Optional<String> database) {
        Listing processes = new Listing("processes", "startId");
        database.ifPresent(name -> processes.where("dbName", name));
        return processes;
    }

    void show(Entity entity) {
        printer.show(entity);
    }

    void print(String line) {
        printer.print(line);
    }
}
