package io.hotcopy.embedded;

import io.hotcopy.embedded.journal.CommitFrame;
import io.hotcopy.embedded.journal.View;
import io.hotcopy.embedded.journal.VoidFilter;
import io.hotcopy.term.CommitNumber;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The views found in the journals of several archives, and which commits were taken as not void before all were known.
 * Used by one thread.
 */
final class KnownViews {

    private final Map<UUID, List<View>> views = new HashMap<>();
    private final Map<UUID, Map<Long, CommitNumber>> highestTaken = new HashMap<>();

    /** Knows what is void in an archive's journal, as far as is known now. */
    VoidFilter filter(UUID archive) {
        return new VoidFilter(views.getOrDefault(archive, List.of()));
    }

    /** More views of an archive. */
    void add(UUID archive, List<View> found) {
        views.computeIfAbsent(archive, absent -> new ArrayList<>()).addAll(found);
    }

    /** A commit was taken as one that happened. */
    void taken(UUID archive, CommitFrame commit) {
        highestTaken
                .computeIfAbsent(archive, absent -> new HashMap<>())
                .merge(commit.view(), commit.number(), CommitNumber::max);
    }

    /** Whether one that was taken is known to be void by now. */
    boolean tookVoid() {
        return highestTaken.entrySet().stream().anyMatch(archive -> {
            VoidFilter filter = filter(archive.getKey());
            return archive.getValue().entrySet().stream()
                    .anyMatch(taken -> filter.isVoid(taken.getValue(), taken.getKey()));
        });
    }

    /** Nothing was taken; the views stay known. */
    void takeAgain() {
        highestTaken.clear();
    }
}
