package io.hotcopy.shell.nuocmd;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * A list of the service, asked for in pages that grow while they are answered fast. Answers are read as they come:
 * memory is that of one page unless the caller keeps more.
 */
final class Listing {
    private static final int FIRST_LIMIT = 20;
    private static final int USUAL_MOST = 100;
    private static final long SLOW_NANOS = 5_000_000_000L;

    private final List<String> path;
    private final String orderBy;
    private final Query parameters = new Query();
    private final Map<String, String> filter = new LinkedHashMap<>();
    private String descending = "";

    /** @param orderBy fields parted by commas */
    Listing(String path, String orderBy) {
        this.path = Connection.path(path);
        this.orderBy = orderBy;
    }

    /** Another parameter of every request. */
    Listing with(String name, Object value) {
        parameters.with(name, value);
        return this;
    }

    /** Only those of which a field has this value. */
    Listing where(String field, String value) {
        filter.put(field, value);
        return this;
    }

    /** @param fields parted by commas */
    Listing descendingBy(String fields) {
        descending = fields;
        return this;
    }

    /** All there are. */
    List<Map<String, Object>> all(Connection connection, Waiting waiting) {
        List<Map<String, Object>> all = new ArrayList<>();
        eachWhile(connection, waiting, all::add);
        return all;
    }

    /** Hands over one after the other until the consumer says no. */
    void eachWhile(Connection connection, Waiting waiting, Predicate<Map<String, Object>> consumer) {
        long offset = 0;
        long limit = FIRST_LIMIT;
        boolean more = true;
        while (more) {
            long asked = waiting.nanoTime();
            Map<String, Object> page = connection.get(path, query(offset, limit));
            boolean fast = waiting.nanoTime() - asked < SLOW_NANOS;
            boolean wanted =
                    Fields.objects(Fields.required(page, "data")).stream().allMatch(consumer);
            more = Fields.isTruth(Fields.required(page, "hasNext")) && wanted;
            offset += limit;
            limit = fast ? Math.min(2 * limit, most(page)) : limit;
        }
    }

    private static long most(Map<String, Object> page) {
        return Math.max(1, Fields.whole(Fields.or(page, "maxLimit", USUAL_MOST)));
    }

    private Query query(long offset, long limit) {
        Query query = new Query();
        parameters.parameters().forEach((name, values) -> values.forEach(value -> query.with(name, value)));
        query.with("offset", offset).with("limit", limit);
        filter.keySet().forEach(field -> query.with("filterBy", field));
        filter.forEach(query::with);
        query.with("orderBy", orderBy);
        return descending.isEmpty() ? query : query.with("descendingFields", descending);
    }
}
