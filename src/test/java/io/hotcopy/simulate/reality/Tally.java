package io.hotcopy.simulate.reality;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Counts what happened in all worlds, so that a trial that tries nothing is seen. Safe for several threads. */
final class Tally {

    private final Map<String, Integer> counts = new TreeMap<>();

    /** Counts everything that happened in one world. */
    synchronized void add(RealHistory history) {
        for (Happening happening : history.happenings()) {
            add(name(happening), 1);
        }
    }

    synchronized void add(String what, int times) {
        counts.merge(what, times, Integer::sum);
    }

    synchronized int of(String what) {
        return counts.getOrDefault(what, 0);
    }

    private static String name(Happening happening) {
        if (happening instanceof Happening.Ran ran) {
            return "runs " + ran.run().outcome().word();
        }
        if (happening instanceof Happening.Synced) {
            return "SYNCs";
        }
        return happening instanceof Happening.SetsLost ? "regions lost" : ((Happening.Told) happening).words();
    }

    @Override
    public synchronized String toString() {
        return counts.entrySet().stream()
                .map(entry -> entry.getValue() + " " + entry.getKey())
                .collect(Collectors.joining(", "));
    }
}
