package io.hotcopy.bench;

import io.hotcopy.backupset.BackupSet;
import io.hotcopy.embedded.EmbeddedArchiveFormat;
import io.hotcopy.progress.ProgressListener;
import io.hotcopy.recovery.RecoveryPlanner;
import io.hotcopy.recovery.RestorePlan;
import io.hotcopy.recovery.RestoreTarget;
import io.hotcopy.restore.ArchiveFormats;
import io.hotcopy.restore.Restorer;
import io.hotcopy.restore.Workers;
import io.hotcopy.term.HotCopyType;
import io.hotcopy.term.SetId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Restore of a full and ten incrementals, each of one percent changed records, beside RocksDB's {@code BackupEngine}
 * restoring its newest of eleven backups of the same records, and beside {@code cp} of the restored bytes.
 * {@code BackupEngine} does not sync what it restores, so its arm ends with {@code sync -f}; ours syncs and compares
 * every checksum as always. {@code scripts/bench restore [ROUNDS [MEGABYTES]]}
 */
final class RestoreBench {

    private static final int INCREMENTALS = 10;

    private RestoreBench() {}

    public static void main(String[] arguments) throws Exception {
        int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 5;
        long megabytes = arguments.length > 1 ? Long.parseLong(arguments[1]) : 1_074;
        long records = megabytes * 1_000_000 / BenchDomain.VALUE_BYTES;
        Path directory = BenchFiles.directory("restore");
        Path set = Files.createDirectory(directory.resolve("set"));
        Path backup = directory.resolve("backup");
        copyOurs(directory.resolve("home"), set, records);
        copyOther(directory.resolve("other"), backup, records);
        Path source = set.resolve("archive-0");
        Path restored = directory.resolve("restored");
        RestorePlan plan = RecoveryPlanner.plan(List.of(BackupSet.open(source).facts()), new RestoreTarget.Latest());
        System.out.printf(
                Locale.ROOT,
                "restoring %s of %d elements%n",
                plan.size(),
                1 + plan.archives().get(0).steps().size());
        restorer().restore(plan, restored, ProgressListener.NONE);
        Path again = directory.resolve("again");
        Path cp = directory.resolve("cp");
        Path theirs = directory.resolve("theirs");
        new Contest(
                        "restore",
                        directory.resolveSibling("restore.json"),
                        List.of(
                                Arm.of(
                                        "restore full + " + INCREMENTALS,
                                        () -> BenchFiles.delete(again),
                                        () -> ours(plan, again)),
                                Arm.of(
                                        "BackupEngine, 4 threads",
                                        () -> BenchFiles.delete(theirs),
                                        () -> OtherEngine.restore(backup, theirs, 4)),
                                Arm.of(
                                        "cp and sync -f",
                                        () -> BenchFiles.delete(cp),
                                        () -> BenchFiles.cp(restored, cp))))
                .run(rounds);
        BenchFiles.delete(again);
        tellStages(plan, again);
        BenchFiles.delete(directory);
    }

    /** Where the time of one more restore goes: when each stage began. */
    private static void tellStages(RestorePlan plan, Path to) {
        StageTimes times = new StageTimes();
        restorer().restore(plan, to, times);
        times.tell();
    }

    private static long ours(RestorePlan plan, Path to) throws Exception {
        restorer().restore(plan, to, ProgressListener.NONE);
        return BenchFiles.size(to);
    }

    private static Restorer restorer() {
        return new Restorer(
                new ArchiveFormats(List.of(new EmbeddedArchiveFormat())), new SplittableRandom(1), new Workers(4));
    }

    private static void copyOurs(Path home, Path set, long records) {
        SplittableRandom random = new SplittableRandom(11);
        try (BenchDomain domain = new BenchDomain(home, 1)) {
            domain.fill(records, new SplittableRandom(7));
            List<SetId> sets = BenchDomain.sets(domain.copy(HotCopyType.FULL, set, List.of()));
            for (int each = 0; each < INCREMENTALS; each++) {
                domain.change(records / 100, records, random);
                domain.copy(HotCopyType.INCREMENTAL, set, sets);
            }
        }
    }

    private static void copyOther(Path home, Path backup, long records) throws Exception {
        SplittableRandom random = new SplittableRandom(11);
        try (OtherEngine other = new OtherEngine(home)) {
            other.fill(records, new SplittableRandom(7));
            other.backup(backup, 4);
            for (int each = 0; each < INCREMENTALS; each++) {
                other.change(records / 100, records, random);
                other.backup(backup, 4);
            }
        }
    }
}
