package io.hotcopy.crash;

import io.hotcopy.backupset.SetFacts;
import io.hotcopy.driver.ArchiveFacts;
import io.hotcopy.driver.DomainDriver;
import io.hotcopy.engine.EngineOptions;
import io.hotcopy.engine.HotCopyEngine;
import io.hotcopy.engine.RunReport;
import io.hotcopy.plan.BackupPlan;
import io.hotcopy.plan.HotCopyStep;
import io.hotcopy.plan.Pace;
import io.hotcopy.progress.ProgressListener;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.ByteSize;
import io.hotcopy.term.HotCopyType;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/** Coordinated hot copies of the bank by the real engine. */
final class CoordinatedCopies {

    private final DomainDriver driver;
    private final Optional<ByteSize> maxRate;
    private final HotCopyEngine engine;
    private final ProgressListener progress;

    CoordinatedCopies(DomainDriver driver, Optional<ByteSize> maxRate, SplittableRandom ids) {
        this(driver, maxRate, ids, ProgressListener.NONE);
    }

    CoordinatedCopies(
            DomainDriver driver, Optional<ByteSize> maxRate, SplittableRandom ids, ProgressListener progress) {
        this.driver = driver;
        this.progress = progress;
        this.maxRate = maxRate;
        this.engine = new HotCopyEngine(driver, EngineOptions.DEFAULT, Clock.systemUTC(), ids);
    }

    /** Copies archives 0 and 1, or the first two others that cover all, into {@code archive-<id>} of a directory. */
    RunReport.HotCopy copy(Path directory) {
        List<HotCopyStep.Member> members = pair().stream()
                .map(archive -> new HotCopyStep.Member(
                        archive.id(),
                        archive.host(),
                        archive.serves(),
                        directory,
                        directory.resolve("archive-" + archive.id()),
                        Optional.empty(),
                        archive.size()))
                .toList();
        return run(HotCopyType.FULL, members);
    }

    /** Takes an incremental or journal hot copy of those archives, each into the set given for it. */
    RunReport.HotCopy copy(HotCopyType type, Map<ArchiveId, SetFacts> into) {
        List<HotCopyStep.Member> members = pair().stream()
                .map(archive -> member(archive, into.get(archive.id())))
                .toList();
        return run(type, members);
    }

    private static HotCopyStep.Member member(ArchiveFacts archive, SetFacts set) {
        return new HotCopyStep.Member(
                archive.id(),
                archive.host(),
                archive.serves(),
                set.location().getParent(),
                set.location(),
                Optional.of(set.id()),
                new ByteSize(0));
    }

    private RunReport.HotCopy run(HotCopyType type, List<HotCopyStep.Member> members) {
        HotCopyStep step =
                new HotCopyStep("nightly", "east", CrashDomain.NAME, type, members, "asked for", Optional.empty());
        BackupPlan plan =
                new BackupPlan(Instant.now(), List.of(step), Pace.of(maxRate, Optional.empty()), List.of(), List.of());
        return engine.run(plan, progress).hotCopies().get(0);
    }

    /** The archives that are copied now. */
    List<ArchiveFacts> pair() {
        List<ArchiveFacts> running = CrashDomain.running(driver);
        for (ArchiveFacts one : running) {
            for (ArchiveFacts other : running) {
                if (one.id().compareTo(other.id()) < 0 && CrashDomain.cover(one, other)) {
                    return List.of(one, other);
                }
            }
        }
        throw new IllegalStateException("no two archives cover all storage groups");
    }
}
