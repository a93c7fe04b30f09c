package io.hotcopy.admin;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A part of a list, as clients ask for it: {@code offset}, {@code limit}, filters and order. */
final class Page {

    private static final int MOST_ROWS = 100;

    private Page() {}

    /**
     * @param rows all there are, in their own order
     * @param known the fields that a row can have, dotted: what may be filtered and ordered by
     */
    static AdminAnswer of(AdminRequest request, List<Map<String, Object>> rows, Set<String> known) {
        Fields query = Fields.ofQuery(request);
        long offset = query.optionalNumber("offset", 0, Integer.MAX_VALUE).orElse(0);
        long limit = Math.min(
                MOST_ROWS, query.optionalNumber("limit", 1, Integer.MAX_VALUE).orElse(MOST_ROWS));
        List<Map<String, Object>> wanted = rows.stream()
                .filter(Filter.of(request, known))
                .sorted(Order.of(query, known))
                .toList();
        Map<String, Object> page = new LinkedHashMap<>();
        page.put("data", wanted.stream().skip(offset).limit(limit).toList());
        page.put("hasNext", offset + limit < wanted.size());
        page.put("maxLimit", MOST_ROWS);
        return AdminAnswer.ok(page);
    }
}
