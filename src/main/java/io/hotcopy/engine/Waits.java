package io.hotcopy.engine;

import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.CommitNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Whom one phase after another waits for. Safe for several threads. */
final class Waits {
    private final NanoClock clock;
    private final Map<ArchiveId, Long> ends = new TreeMap<>();
    private Optional<RunReport.Waited> waited = Optional.empty();
    private long began;

    Waits(NanoClock clock) {
        this.clock = clock;
    }

    /** A phase begins. */
    synchronized void begin() {
        began = clock.nanos();
        ends.clear();
        waited = Optional.empty();
    }

    /** The same tasks of an archive; the last of them to end is noticed. */
    synchronized List<Workers.Task> watched(ArchiveId archive, List<Workers.Task> tasks) {
        ends.put(archive, began);
        List<Workers.Task> watched = new ArrayList<>();
        for (Workers.Task task : tasks) {
            watched.add(() -> {
                task.run();
                ended(archive);
            });
        }
        return watched;
    }

    private synchronized void ended(ArchiveId archive) {
        ends.merge(archive, clock.nanos(), Math::max);
    }

    /** All of this phase was waiting for a commit. */
    synchronized void stable(CommitNumber number) {
        waited = Optional.of(
                new RunReport.Waited("commit " + number + " to become stable", Math.max(0, clock.nanos() - began)));
    }

    /** Whom the phase waited for, and how long all others had nothing to do; empty when it was for nobody. */
    synchronized Optional<RunReport.Waited> waited() {
        if (waited.isPresent() || ends.size() < 2) {
            return waited;
        }
        List<Map.Entry<ArchiveId, Long>> lastFirst = ends.entrySet().stream()
                .sorted(Map.Entry.<ArchiveId, Long>comparingByValue().reversed())
                .toList();
        long alone = lastFirst.get(0).getValue() - lastFirst.get(1).getValue();
        return alone == 0
                ? Optional.empty()
                : Optional.of(new RunReport.Waited("archive " + lastFirst.get(0).getKey(), alone));
    }
}
