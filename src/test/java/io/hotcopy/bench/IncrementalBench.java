package io.hotcopy.bench;

import io.hotcopy.engine.RunReport;
import io.hotcopy.term.HotCopyType;
import io.hotcopy.term.SetId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Incremental hot copy beside RocksDB's {@code BackupEngine} with shared files, after the same share of records was
 * changed at random before each run. The bytes of the changed records themselves are printed beside both.
 * {@code scripts/bench incremental [ROUNDS [MEGABYTES [PERCENT]]]}
 */
final class IncrementalBench {

    private IncrementalBench() {}

    public static void main(String[] arguments) throws Exception {
        int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10;
        long megabytes = arguments.length > 1 ? Long.parseLong(arguments[1]) : 1_074;
        double percent = arguments.length > 2 ? Double.parseDouble(arguments[2]) : 1;
        long records = megabytes * 1_000_000 / BenchDomain.VALUE_BYTES;
        long changed = Math.round(records * percent / 100);
        Path directory = BenchFiles.directory("incremental");
        try (BenchDomain domain = new BenchDomain(directory.resolve("home"), 1);
                OtherEngine other = new OtherEngine(directory.resolve("other"))) {
            domain.fill(records, new SplittableRandom(7));
            other.fill(records, new SplittableRandom(7));
            Path backup = directory.resolve("backup");
            System.out.printf(
                    Locale.ROOT,
                    "%,d of %,d records changed before each run, %,d bytes of keys and values%n",
                    changed,
                    records,
                    changed * (BenchDomain.VALUE_BYTES + Long.BYTES));
            other.backup(backup, 4);
            Path set = Files.createDirectory(directory.resolve("set"));
            List<SetId> sets = BenchDomain.sets(domain.copy(HotCopyType.FULL, set, List.of()));
            new Contest(
                            "incremental",
                            directory.resolveSibling("incremental.json"),
                            List.of(
                                    incremental(domain, set, sets, changed, records),
                                    backupEngine(other, backup, changed, records)))
                    .run(rounds);
            domain.change(changed, records, new SplittableRandom(13));
            StageTimes times = new StageTimes();
            domain.copy(HotCopyType.INCREMENTAL, set, sets, times);
            times.tell();
        }
        BenchFiles.delete(directory);
    }

    private static Arm incremental(BenchDomain domain, Path set, List<SetId> sets, long changed, long records) {
        SplittableRandom random = new SplittableRandom(11);
        return Arm.of("incremental", () -> domain.change(changed, records, random), () -> {
            RunReport.HotCopy done = domain.copy(HotCopyType.INCREMENTAL, set, sets);
            return done.bytes();
        });
    }

    private static Arm backupEngine(OtherEngine other, Path to, long changed, long records) {
        SplittableRandom random = new SplittableRandom(11);
        return Arm.of(
                "BackupEngine, 4 threads", () -> other.change(changed, records, random), () -> other.backup(to, 4));
    }
}
