package io.hotcopy.bench;

import io.hotcopy.engine.RunReport;
import io.hotcopy.term.HotCopyType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

/**
 * What clients feel of a coordinated full hot copy with the default throttle: commits arrive at 80 % of the measured
 * maximum, in pairs of windows with and without a copy (A B B A). The windows without a copy among themselves give the
 * spread that is the machine's own. How long the coordinated cut took is printed beside. {@code scripts/bench load
 * [PAIRS [MEGABYTES]]}
 */
final class LoadBench {

    private static final int ARCHIVES = 3;
    private static final long FIRST_WINDOW_SECONDS = 20;

    private final BenchDomain domain;
    private final Path sets;
    private final List<OpenLoop.Seen> without = new ArrayList<>();
    private final List<OpenLoop.Seen> with = new ArrayList<>();
    private final List<Double> copyRates = new ArrayList<>();
    private final List<Double> cutWaits = new ArrayList<>();
    private final OpenLoop loop;
    private final double rate;
    /** A window without a copy is as long as the last copy took: who looks longer sees more of what comes rarely. */
    private long window = TimeUnit.SECONDS.toNanos(FIRST_WINDOW_SECONDS);

    private LoadBench(BenchDomain domain, long records, Path sets) throws Exception {
        this.domain = domain;
        this.sets = sets;
        OpenLoop flatOut = new OpenLoop(domain, records, 0);
        flatOut.run(() -> TimeUnit.SECONDS.sleep(FIRST_WINDOW_SECONDS));
        double most =
                flatOut.run(() -> TimeUnit.SECONDS.sleep(FIRST_WINDOW_SECONDS)).perSecond();
        this.rate = 0.8 * most;
        this.loop = new OpenLoop(domain, records, rate);
        System.out.printf(Locale.ROOT, "at most %.0f commits/s, offered %.0f%n", most, rate);
    }

    public static void main(String[] arguments) throws Exception {
        int pairs = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 8;
        long megabytes = arguments.length > 1 ? Long.parseLong(arguments[1]) : 1_074;
        long records = megabytes * 1_000_000 / BenchDomain.VALUE_BYTES;
        Path directory = BenchFiles.directory("load");
        try (BenchDomain domain = new BenchDomain(directory.resolve("home"), ARCHIVES)) {
            domain.fill(records, new SplittableRandom(7));
            LoadBench bench = new LoadBench(domain, records, directory.resolve("sets"));
            for (int pair = 0; pair < pairs; pair++) {
                boolean first = pair % 2 == 1;
                bench.window(first);
                bench.window(!first);
            }
            Files.writeString(directory.resolveSibling("load.json"), bench.tell());
        }
        BenchFiles.delete(directory);
    }

    private void window(boolean copying) throws Exception {
        BenchFiles.delete(sets);
        Files.createDirectories(sets);
        BenchFiles.command("sync");
        OpenLoop.Seen seen = copying ? loop.run(this::copy) : loop.run(() -> TimeUnit.NANOSECONDS.sleep(window));
        (copying ? with : without).add(seen);
        System.out.printf(
                Locale.ROOT,
                "%-10s %8.0f commits/s, p99 %8.2f ms, longest %8.2f ms%s%n",
                copying ? "hot copy" : "no copy",
                seen.perSecond(),
                seen.p99(),
                seen.longest(),
                copying ? String.format(Locale.ROOT, ", copy at %.0f MB/s", copyRates.get(copyRates.size() - 1)) : "");
    }

    private void copy() {
        long begun = System.nanoTime();
        RunReport.HotCopy done = domain.copy(HotCopyType.FULL, sets, List.of());
        window = System.nanoTime() - begun;
        copyRates.add(done.bytes() * 1e3 / window);
        done.stages().stream()
                .filter(stage -> stage.name().equals("take the cut"))
                .forEach(stage -> cutWaits.add(stage.nanos() / 1e6));
    }

    private String tell() {
        double quiet = p99(without);
        double busy = p99(with);
        double copy = Figure.median(copyRates);
        List<Double> alone = without.stream().map(OpenLoop.Seen::p99).toList();
        double spread = Figure.most(alone) / Figure.least(alone);
        System.out.printf(
                Locale.ROOT,
                "median p99 without %.2f ms, with %.2f ms: ratio %.2f; without a copy, the worst window is %.2f x the"
                        + " best; copy at %.0f MB/s;"
                        + " cut taken in %.1f ms; longest pause %.1f ms without, %.1f ms with%n",
                quiet,
                busy,
                busy / quiet,
                spread,
                copy,
                Figure.median(cutWaits),
                longest(without),
                longest(with));
        return String.format(
                Locale.ROOT,
                "{\"bench\": \"load\", \"offered\": %.0f, \"p99Without\": %s, \"p99With\": %s, \"ratio\": %.3f,"
                        + " \"spreadWithout\": %.3f, \"copyMegabytesPerSecond\": %s,"
                        + " \"cutMilliseconds\": %s, \"longestWithout\": %.3f,"
                        + " \"longestWith\": %.3f}%n",
                rate,
                alone,
                with.stream().map(OpenLoop.Seen::p99).toList(),
                busy / quiet,
                spread,
                copyRates,
                cutWaits,
                longest(without),
                longest(with));
    }

    private static double p99(List<OpenLoop.Seen> windows) {
        return Figure.median(windows.stream().map(OpenLoop.Seen::p99).toList());
    }

    private static double longest(List<OpenLoop.Seen> windows) {
        return Figure.median(windows.stream().map(OpenLoop.Seen::longest).toList());
    }
}
