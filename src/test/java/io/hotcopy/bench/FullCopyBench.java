package io.hotcopy.bench;

import io.hotcopy.term.HotCopyType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Full hot copy beside {@code cp -a --reflink=never} with {@code sync -f} of the same quiescent archive, and beside
 * RocksDB's {@code BackupEngine} with the same records, in alternating runs. All end with everything on disk; the hot
 * copy checksums and seals as always. {@code scripts/bench full-copy [ROUNDS [MEGABYTES]]}
 */
final class FullCopyBench {

    private FullCopyBench() {}

    public static void main(String[] arguments) throws Exception {
        int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 7;
        long megabytes = arguments.length > 1 ? Long.parseLong(arguments[1]) : 1_074;
        long records = megabytes * 1_000_000 / BenchDomain.VALUE_BYTES;
        Path directory = BenchFiles.directory("full-copy");
        Path home = directory.resolve("home");
        try (BenchDomain filling = new BenchDomain(home, 1)) {
            filling.fill(records, new SplittableRandom(7));
        }
        try (BenchDomain domain = new BenchDomain(home, 1);
                OtherEngine other = new OtherEngine(directory.resolve("other"))) {
            other.fill(records, new SplittableRandom(7));
            new Contest(
                            "full-copy",
                            directory.resolveSibling("full-copy.json"),
                            List.of(
                                    hotCopy(domain, directory.resolve("set")),
                                    cp(home.resolve("bench/archive-0"), directory.resolve("cp")),
                                    backupEngine(other, directory.resolve("backup-2"), 2),
                                    backupEngine(other, directory.resolve("backup-4"), 4)))
                    .run(rounds);
            tellStages(domain, directory.resolve("set"));
        }
        BenchFiles.delete(directory);
    }

    /** Where the time of one more hot copy goes. */
    private static void tellStages(BenchDomain domain, Path set) throws Exception {
        renew(set);
        System.out.println();
        domain.copy(HotCopyType.FULL, set, List.of())
                .stages()
                .forEach(stage -> System.out.printf(
                        Locale.ROOT, "%-18s %7.3f s %,15d bytes%n", stage.name(), stage.nanos() / 1e9, stage.bytes()));
    }

    private static Arm hotCopy(BenchDomain domain, Path set) {
        return Arm.of("full hot copy", () -> renew(set), () -> domain.copy(HotCopyType.FULL, set, List.of())
                .bytes());
    }

    private static void renew(Path set) throws Exception {
        BenchFiles.delete(set);
        Files.createDirectory(set);
    }

    private static Arm cp(Path archive, Path to) {
        return Arm.of("cp and sync -f", () -> BenchFiles.delete(to), () -> BenchFiles.cp(archive, to));
    }

    private static Arm backupEngine(OtherEngine other, Path to, int threads) {
        return Arm.of(
                "BackupEngine, " + threads + " threads", () -> BenchFiles.delete(to), () -> other.backup(to, threads));
    }
}
