package io.hotcopy.retention;

import io.hotcopy.retention.Reason.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Why each collection stays, while the rules speak one after the other. */
final class Reasons {

    private final Map<Gathered, List<Reason>> reasons = new HashMap<>();

    /** A rule says that a collection stays; what it has said already it need not say again. */
    void keep(Gathered collection, Kind kind, String words) {
        List<Reason> said = reasons.computeIfAbsent(collection, absent -> new ArrayList<>());
        if (said.stream().noneMatch(reason -> reason.kind() == kind)) {
            said.add(new Reason(kind, words));
        }
    }

    boolean keeps(Gathered collection) {
        return reasons.containsKey(collection);
    }

    /** All that was said, the weightiest first. */
    List<Reason> of(Gathered collection) {
        return reasons.getOrDefault(collection, List.of()).stream()
                .sorted(Comparator.comparing(Reason::kind))
                .toList();
    }
}
