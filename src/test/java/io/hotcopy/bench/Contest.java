package io.hotcopy.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Several arms side by side in one process: every round runs each arm once, begun by another one each time, after a
 * round that only warms up. Medians and their ratios to the first arm are printed, and kept as JSON.
 */
final class Contest {

    private final String name;
    private final Path json;
    private final List<Arm> arms;
    private final Map<String, List<Double>> seconds = new LinkedHashMap<>();
    private final Map<String, List<Double>> bytes = new LinkedHashMap<>();

    /**
     * @param name of the benchmark
     * @param json where the figures are kept
     * @param arms ours first
     */
    Contest(String name, Path json, List<Arm> arms) {
        this.name = name;
        this.json = json;
        this.arms = arms;
        for (Arm arm : arms) {
            seconds.put(arm.name(), new ArrayList<>());
            bytes.put(arm.name(), new ArrayList<>());
        }
    }

    /** Runs all rounds, prints each run as it ends, and the medians at the end. */
    void run(int rounds) throws Exception {
        System.out.printf(Locale.ROOT, "%-6s %-28s %15s %9s %8s%n", "round", "arm", "bytes", "seconds", "MB/s");
        for (int round = 0; round <= rounds; round++) {
            for (int turn = 0; turn < arms.size(); turn++) {
                once(round, arms.get((turn + round) % arms.size()));
            }
        }
        tell();
    }

    private void once(int round, Arm arm) throws Exception {
        arm.prepare();
        BenchFiles.command("sync");
        long begun = System.nanoTime();
        long written = arm.run();
        double took = (System.nanoTime() - begun) / 1e9;
        if (round > 0) {
            seconds.get(arm.name()).add(took);
            bytes.get(arm.name()).add((double) written);
        }
        String label = round == 0 ? "warm" : Integer.toString(round);
        System.out.printf(
                Locale.ROOT, "%-6s %-28s %,15d %9.3f %8.0f%n", label, arm.name(), written, took, written / took / 1e6);
    }

    private void tell() throws IOException {
        String ours = arms.get(0).name();
        StringBuilder text = new StringBuilder("{\"bench\": \"" + name + "\", \"arms\": [");
        System.out.printf(Locale.ROOT, "%nmedians of %s%n", name);
        for (Arm arm : arms) {
            double time = medianSeconds(arm.name());
            double size = medianBytes(arm.name());
            double speed = time / medianSeconds(ours);
            double more = size / medianBytes(ours);
            System.out.printf(
                    Locale.ROOT,
                    "%-28s %,15.0f bytes (%.2f x ours) %9.3f s (%.2f x ours), spread %.3f to %.3f s%n",
                    arm.name(),
                    size,
                    more,
                    time,
                    speed,
                    Figure.least(seconds.get(arm.name())),
                    Figure.most(seconds.get(arm.name())));
            text.append(String.format(
                    Locale.ROOT,
                    "%s{\"arm\": \"%s\", \"seconds\": %s, \"bytes\": %s, \"timesOurSeconds\": %.3f}",
                    arm == arms.get(0) ? "" : ", ",
                    arm.name(),
                    seconds.get(arm.name()),
                    bytes.get(arm.name()),
                    speed));
        }
        Files.writeString(json, text.append("]}\n"));
    }

    double medianSeconds(String arm) {
        return Figure.median(seconds.get(arm));
    }

    double medianBytes(String arm) {
        return Figure.median(bytes.get(arm));
    }
}
