package io.hotcopy.crash;

import io.hotcopy.driver.ArchiveFacts;
import io.hotcopy.driver.DomainDriver;
import io.hotcopy.engine.EngineOptions;
import io.hotcopy.engine.HotCopyEngine;
import io.hotcopy.engine.RunReport;
import io.hotcopy.plan.BackupPlan;
import io.hotcopy.plan.HotCopyStep;
import io.hotcopy.plan.Pace;
import io.hotcopy.progress.ProgressListener;
import io.hotcopy.term.ByteSize;
import io.hotcopy.term.HotCopyType;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** Full coordinated hot copies of the bank by the real engine. */
final class CoordinatedCopies {

    private final DomainDriver driver;
    private final Optional<ByteSize> maxRate;
    private final HotCopyEngine engine;

    CoordinatedCopies(DomainDriver driver, Optional<ByteSize> maxRate, SplittableRandom ids) {
        this.driver = driver;
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
        HotCopyStep step = new HotCopyStep(
                "nightly", "east", CrashDomain.NAME, HotCopyType.FULL, members, "asked for", Optional.empty());
        BackupPlan plan =
                new BackupPlan(Instant.now(), List.of(step), Pace.of(maxRate, Optional.empty()), List.of(), List.of());
        return engine.run(plan, ProgressListener.NONE).hotCopies().get(0);
    }

    private List<ArchiveFacts> pair() {
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
