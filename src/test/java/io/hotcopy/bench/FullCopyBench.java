package io.hotcopy.bench;

import io.hotcopy.embedded.EmbeddedDatabase;
import io.hotcopy.embedded.EmbeddedDomain;
import io.hotcopy.embedded.EmbeddedEnvironment;
import io.hotcopy.embedded.EmbeddedSettings;
import io.hotcopy.embedded.StartOptions;
import io.hotcopy.embedded.Transaction;
import io.hotcopy.engine.EngineOptions;
import io.hotcopy.engine.HotCopyEngine;
import io.hotcopy.engine.RunReport;
import io.hotcopy.model.BackupGroup;
import io.hotcopy.model.BackupPolicy;
import io.hotcopy.model.Database;
import io.hotcopy.model.Declarations;
import io.hotcopy.model.DirectoryPattern;
import io.hotcopy.model.Domain;
import io.hotcopy.model.Region;
import io.hotcopy.model.RunLine;
import io.hotcopy.model.StorageManager;
import io.hotcopy.plan.BackupPlan;
import io.hotcopy.plan.PlanRequest;
import io.hotcopy.plan.Planner;
import io.hotcopy.progress.ProgressListener;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.DatabaseName;
import io.hotcopy.term.HotCopyType;
import io.hotcopy.term.StorageGroupName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Full hot copy beside {@code cp -a --reflink=never} with {@code sync -f}, of the same quiescent archive, in
 * alternating runs. Both end with everything on disk; the hot copy checksums and seals as always. Before each run,
 * untimed, the target is deleted and {@code sync} is called. {@code scripts/bench full-copy [RUNS [MEGABYTES]]}
 */
final class FullCopyBench {

    private static final int VALUE_BYTES = 1_024;
    private static final int BATCH = 1_000;

    private final Path directory;
    private final int runs;
    private final Domain domain;
    private final Declarations declared;

    private FullCopyBench(Path directory, int runs) {
        this.directory = directory;
        this.runs = runs;
        SortedSet<StorageGroupName> groups = new TreeSet<>(List.of(StorageGroupName.UNPARTITIONED));
        ArchiveId archive = new ArchiveId(0);
        domain = new Domain(
                "bench",
                Optional.of(directory.resolve("home")),
                List.of(new Region("here", List.of("h"))),
                List.of(new Database(
                        "one", groups, List.of("h"), List.of(new StorageManager(archive, "h", groups, false)))));
        BackupPolicy policy = new BackupPolicy(
                "full",
                new DatabaseName("bench", "one"),
                List.of(new BackupGroup("all", List.of(archive))),
                List.of(new RunLine(HotCopyType.FULL)),
                new DirectoryPattern(directory, "set"));
        declared = new Declarations(List.of(domain), List.of(policy), Map.of());
    }

    public static void main(String[] arguments) throws Exception {
        int runs = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 7;
        long megabytes = arguments.length > 1 ? Long.parseLong(arguments[1]) : 1_200;
        Path directory = Path.of(System.getProperty("hotcopy.bench.directory"), "full-copy");
        delete(directory);
        Files.createDirectories(directory);
        new FullCopyBench(directory, runs).run(megabytes);
    }

    private void run(long megabytes) throws Exception {
        EmbeddedEnvironment environment = new EmbeddedEnvironment(
                Clock.systemUTC(), new SplittableRandom(1), EmbeddedSettings.DEFAULT, event -> {});
        try (EmbeddedDomain filling = EmbeddedDomain.start(domain, StartOptions.NONE, environment)) {
            fill(filling.database("one"), megabytes * 1_000_000 / VALUE_BYTES);
        }
        try (EmbeddedDomain running = EmbeddedDomain.start(domain, StartOptions.NONE, environment)) {
            measure(running);
        }
        delete(directory.resolve("set"));
        delete(directory.resolve("cp"));
    }

    private static void fill(EmbeddedDatabase database, long records) {
        database.createTable("records", 1, List.of(StorageGroupName.UNPARTITIONED));
        SplittableRandom bytes = new SplittableRandom(7);
        for (long first = 0; first < records; first += BATCH) {
            try (Transaction transaction = database.begin()) {
                for (long key = first; key < Math.min(first + BATCH, records); key++) {
                    byte[] value = new byte[VALUE_BYTES];
                    bytes.nextBytes(value);
                    transaction.put("records", Long.toString(key).getBytes(), value);
                }
                transaction.commit();
            }
        }
    }

    private void measure(EmbeddedDomain running) throws IOException, InterruptedException {
        List<Double> hotCopy = new ArrayList<>();
        List<Double> cp = new ArrayList<>();
        System.out.printf(Locale.ROOT, "%-4s %-9s %14s %8s %8s%n", "run", "arm", "bytes", "seconds", "MB/s");
        hotCopy(running);
        for (int run = 1; run <= runs; run++) {
            boolean first = run % 2 == 1;
            for (boolean ours : new boolean[] {first, !first}) {
                Copied copied = ours ? hotCopy(running) : cp();
                (ours ? hotCopy : cp).add(copied.rate());
                System.out.printf(
                        Locale.ROOT,
                        "%-4d %-9s %,14d %8.2f %8.0f%n",
                        run,
                        ours ? "hot copy" : "cp",
                        copied.bytes(),
                        copied.seconds(),
                        copied.rate());
            }
        }
        tell(median(hotCopy), median(cp), hotCopy, cp);
    }

    private void tell(double hotCopy, double cp, List<Double> hotCopies, List<Double> cps) throws IOException {
        System.out.printf(
                Locale.ROOT, "median: hot copy %.0f MB/s, cp %.0f MB/s: ratio %.2f%n", hotCopy, cp, hotCopy / cp);
        String json = String.format(
                Locale.ROOT,
                "{\"bench\": \"full-copy\", \"unit\": \"MB/s\", \"hotCopy\": %s, \"cp\": %s, \"ratio\": %.3f}%n",
                hotCopies,
                cps,
                hotCopy / cp);
        Files.writeString(directory.resolveSibling("full-copy.json"), json);
    }

    /** What one run copied. */
    private record Copied(long bytes, double seconds) {
        double rate() {
            return bytes / seconds / 1e6;
        }
    }

    private Copied hotCopy(EmbeddedDomain running) throws IOException, InterruptedException {
        prepare(directory.resolve("set"));
        BackupPlan plan = Planner.plan(
                declared, PlanRequest.full(), running::facts, Clock.systemUTC().instant());
        HotCopyEngine engine =
                new HotCopyEngine(running, EngineOptions.DEFAULT, Clock.systemUTC(), new SplittableRandom());
        long begun = System.nanoTime();
        RunReport report = engine.run(plan, ProgressListener.NONE);
        return new Copied(report.hotCopies().get(0).bytes(), (System.nanoTime() - begun) / 1e9);
    }

    private Copied cp() throws IOException, InterruptedException {
        Path target = directory.resolve("cp");
        Path archive = directory.resolve("home/one/archive-0");
        prepare(target);
        long begun = System.nanoTime();
        command("cp", "-a", "--reflink=never", archive.toString(), target.toString());
        command("sync", "-f", target.toString());
        double seconds = (System.nanoTime() - begun) / 1e9;
        return new Copied(size(target), seconds);
    }

    private static void prepare(Path target) throws IOException, InterruptedException {
        delete(target);
        command("sync");
    }

    private static void command(String... words) throws IOException, InterruptedException {
        int exit = new ProcessBuilder(words).inheritIO().start().waitFor();
        if (exit != 0) {
            throw new IOException(String.join(" ", words) + " ended with " + exit);
        }
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }

    private static long size(Path tree) throws IOException {
        try (Stream<Path> paths = Files.walk(tree)) {
            long bytes = 0;
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                bytes += Files.size(path);
            }
            return bytes;
        }
    }

    private static void delete(Path tree) throws IOException {
        if (Files.notExists(tree)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(tree)) {
            for (Path path : paths.sorted((one, other) -> other.compareTo(one)).toList()) {
                Files.delete(path);
            }
        }
    }
}
