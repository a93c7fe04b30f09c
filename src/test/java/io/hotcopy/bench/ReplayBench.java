package io.hotcopy.bench;

import io.hotcopy.backupset.BackupSet;
import io.hotcopy.embedded.EmbeddedArchiveFormat;
import io.hotcopy.embedded.SequentialReplay;
import io.hotcopy.progress.ProgressListener;
import io.hotcopy.recovery.ArchivePlan;
import io.hotcopy.recovery.RecoveryPlanner;
import io.hotcopy.recovery.RestorePlan;
import io.hotcopy.recovery.RestoreTarget;
import io.hotcopy.restore.RestoredState;
import io.hotcopy.restore.SourceStep;
import io.hotcopy.term.HotCopyType;
import io.hotcopy.term.SetId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/**
 * Point-in-time replay of journal elements over a restored full: folded to the last value of each key, as a restore
 * does it; every commit applied after the other; and the same journals only decoded. The full is laid before each run,
 * untimed; its own journal is all but empty. {@code scripts/bench replay [ROUNDS [MEGABYTES of changes [RECORDS]]]}
 */
final class ReplayBench {

    private static final int JOURNALS = 4;

    private ReplayBench() {}

    public static void main(String[] arguments) throws Exception {
        int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 5;
        long megabytes = arguments.length > 1 ? Long.parseLong(arguments[1]) : 500;
        long records = arguments.length > 2 ? Long.parseLong(arguments[2]) : 200_000;
        Path directory = BenchFiles.directory("replay");
        Path set = Files.createDirectory(directory.resolve("set"));
        copy(directory.resolve("home"), set, records, megabytes * 1_000_000 / BenchDomain.VALUE_BYTES);
        RestorePlan plan = RecoveryPlanner.plan(
                List.of(BackupSet.open(set.resolve("archive-0")).facts()), new RestoreTarget.Latest());
        ArchivePlan archive = plan.archives().get(0);
        List<SourceStep> steps = archive.steps().stream()
                .map(step -> new SourceStep(
                        step.set()
                                .location()
                                .resolve(step.element().directory())
                                .resolve("data"),
                        step.element(),
                        step.takes()))
                .toList();
        List<Path> data = steps.stream().map(SourceStep::data).toList();
        long bytes = SequentialReplay.decode(data);
        Path folded = directory.resolve("folded");
        Path sequential = directory.resolve("sequential");
        new Contest(
                        "replay",
                        directory.resolveSibling("replay.json"),
                        List.of(
                                Arm.of("folded", () -> lay(archive, folded), () -> {
                                    finish(plan, archive, steps, folded);
                                    return bytes;
                                }),
                                Arm.of("sequential", () -> layFinished(plan, archive, sequential), () -> {
                                    SequentialReplay.apply(sequential, data, plan.target());
                                    BenchFiles.command("sync", "-f", sequential.toString());
                                    return bytes;
                                }),
                                Arm.of("decoded only", () -> {}, () -> SequentialReplay.decode(data))))
                .run(rounds);
        BenchFiles.delete(directory);
    }

    private static void copy(Path home, Path set, long records, long changes) {
        SplittableRandom random = new SplittableRandom(11);
        try (BenchDomain filling = new BenchDomain(home, 1)) {
            filling.fill(records, new SplittableRandom(7));
        }
        try (BenchDomain domain = new BenchDomain(home, 1)) {
            List<SetId> sets = BenchDomain.sets(domain.copy(HotCopyType.FULL, set, List.of()));
            for (int each = 0; each < JOURNALS; each++) {
                domain.change(changes / JOURNALS, records, random);
                domain.copy(HotCopyType.JOURNAL, set, sets);
            }
        }
    }

    private static void lay(ArchivePlan archive, Path to) throws Exception {
        BenchFiles.delete(to);
        Path full = archive.set().location().resolve(archive.base().directory()).resolve("data");
        BenchFiles.cp(full, to);
    }

    private static void layFinished(RestorePlan plan, ArchivePlan archive, Path to) throws Exception {
        lay(archive, to);
        RestoredState atCut = new RestoredState(
                archive.set(),
                List.of(),
                new UUID(1, 1),
                plan.lineage(),
                archive.base().cut(),
                plan.run());
        new EmbeddedArchiveFormat().finish(to, atCut, ProgressListener.NONE);
    }

    private static void finish(RestorePlan plan, ArchivePlan archive, List<SourceStep> steps, Path at) {
        RestoredState target =
                new RestoredState(archive.set(), steps, new UUID(1, 1), plan.lineage(), plan.target(), plan.run());
        new EmbeddedArchiveFormat().finish(at, target, ProgressListener.NONE);
    }
}
