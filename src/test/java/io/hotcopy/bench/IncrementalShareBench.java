package io.hotcopy.bench;

import io.hotcopy.term.HotCopyType;
import io.hotcopy.term.SetId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * What an incremental costs by the share of records changed since the one before; the share of nothing is its fixed
 * part. Beside it a full of the same data. {@code scripts/bench incremental-share [ROUNDS [MEGABYTES]]}
 */
final class IncrementalShareBench {

    private static final double[] PERCENT = {0, 0.1, 1, 5, 20};

    private IncrementalShareBench() {}

    public static void main(String[] arguments) throws Exception {
        int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 5;
        long megabytes = arguments.length > 1 ? Long.parseLong(arguments[1]) : 1_074;
        long records = megabytes * 1_000_000 / BenchDomain.VALUE_BYTES;
        Path directory = BenchFiles.directory("incremental-share");
        try (BenchDomain domain = new BenchDomain(directory.resolve("home"), 1)) {
            domain.fill(records, new SplittableRandom(7));
            Path set = Files.createDirectory(directory.resolve("set"));
            List<SetId> sets = BenchDomain.sets(domain.copy(HotCopyType.FULL, set, List.of()));
            SplittableRandom random = new SplittableRandom(11);
            List<Arm> arms = new ArrayList<>();
            for (double percent : PERCENT) {
                long changed = Math.round(records * percent / 100);
                arms.add(Arm.of(
                        String.format(Locale.ROOT, "incremental, %.1f %% changed", percent),
                        () -> domain.change(changed, records, random),
                        () -> domain.copy(HotCopyType.INCREMENTAL, set, sets).bytes()));
            }
            Contest contest =
                    new Contest("incremental-share", directory.resolveSibling("incremental-share.json"), arms);
            contest.run(rounds);
            tell(contest, arms, full(domain, directory, rounds));
        }
        BenchFiles.delete(directory);
    }

    /** The full comes last: it ends the set that the incrementals go into. */
    private static double full(BenchDomain domain, Path directory, int rounds) throws Exception {
        Path set = directory.resolve("full");
        Arm arm = Arm.of(
                "full",
                () -> {
                    BenchFiles.delete(set);
                    Files.createDirectory(set);
                },
                () -> domain.copy(HotCopyType.FULL, set, List.of()).bytes());
        Contest contest = new Contest("full-beside", directory.resolveSibling("full-beside.json"), List.of(arm));
        contest.run(rounds);
        return contest.medianSeconds("full");
    }

    private static void tell(Contest contest, List<Arm> arms, double full) {
        double fixed = contest.medianSeconds(arms.get(0).name());
        System.out.printf(
                Locale.ROOT, "fixed part %.3f s, %.1f %% of the full's %.3f s%n", fixed, 100 * fixed / full, full);
        for (int index = 1; index < arms.size(); index++) {
            double seconds = contest.medianSeconds(arms.get(index).name()) - fixed;
            System.out.printf(
                    Locale.ROOT,
                    "%-28s %.4f s above the fixed part, %.4f s for each percent%n",
                    arms.get(index).name(),
                    seconds,
                    seconds / PERCENT[index]);
        }
    }
}
