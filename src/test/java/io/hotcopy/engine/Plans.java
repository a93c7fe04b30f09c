package io.hotcopy.engine;

import io.hotcopy.backupset.BackupSet;
import io.hotcopy.driver.ArchiveFacts;
import io.hotcopy.driver.DomainDriver;
import io.hotcopy.driver.FileDatabase;
import io.hotcopy.plan.BackupPlan;
import io.hotcopy.plan.HotCopyStep;
import io.hotcopy.plan.Pace;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.ByteSize;
import io.hotcopy.term.HotCopyType;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;

/** Plans for the database of files, and engines to run them. */
final class Plans {
    static final Instant NOW = Instant.parse("2021-12-18T01:30:00Z");

    private static final AtomicLong ENGINES = new AtomicLong();

    private Plans() {}

    /** A full of these archives, archive n into {@code set-n} of the directory. */
    static HotCopyStep full(FileDatabase database, Path directory, int... archives) {
        return step(HotCopyType.FULL, database, directory, archives);
    }

    /** The same of another type: into the sets that lie there, or as archives beside them. */
    static HotCopyStep step(HotCopyType type, FileDatabase database, Path directory, int... archives) {
        List<HotCopyStep.Member> members = Arrays.stream(archives)
                .mapToObj(id -> member(type, database, directory, new ArchiveId(id)))
                .toList();
        return new HotCopyStep(
                "nightly",
                directory.getFileName().toString(),
                FileDatabase.NAME,
                type,
                members,
                "asked for",
                Optional.empty());
    }

    private static HotCopyStep.Member member(HotCopyType type, FileDatabase database, Path directory, ArchiveId id) {
        ArchiveFacts archive = database.facts(FileDatabase.NAME).archive(id).orElseThrow();
        boolean further = type == HotCopyType.INCREMENTAL || type == HotCopyType.JOURNAL;
        Path target = directory.resolve((type == HotCopyType.SIMPLE ? "archive-" : "set-") + id);
        return new HotCopyStep.Member(
                id,
                archive.host(),
                archive.serves(),
                directory,
                target,
                further ? Optional.of(BackupSet.identity(target).id()) : Optional.empty(),
                archive.size());
    }

    /** The same step with other members. */
    static HotCopyStep with(HotCopyStep step, List<HotCopyStep.Member> members) {
        return new HotCopyStep(
                step.policy(),
                step.backupGroup(),
                step.database(),
                step.type(),
                members,
                step.because(),
                step.estimatedTime());
    }

    static BackupPlan plan(HotCopyStep... steps) {
        return new BackupPlan(NOW, List.of(steps), Pace.DEFAULT, List.of(), List.of());
    }

    static BackupPlan throttled(ByteSize bytesPerSecond, HotCopyStep... steps) {
        return new BackupPlan(
                NOW, List.of(steps), Pace.of(Optional.of(bytesPerSecond), Optional.empty()), List.of(), List.of());
    }

    /** Four threads, half a minute's patience, a clock that stands still, ids from a seed of its own. */
    static HotCopyEngine engine(DomainDriver driver) {
        return new HotCopyEngine(
                driver,
                new EngineOptions(4, Duration.ofSeconds(120)),
                Clock.fixed(NOW, ZoneOffset.UTC),
                new Random(ENGINES.incrementAndGet()));
    }
}
