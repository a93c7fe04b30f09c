package io.hotcopy.shell.command;

import io.hotcopy.plan.Pace;
import io.hotcopy.shell.argument.Kind;
import io.hotcopy.shell.argument.Takes;
import io.hotcopy.term.ByteSize;
import io.hotcopy.verb.BackupRequest;
import io.hotcopy.verb.InstantText;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What {@code plan} and {@code backup} have in common: which policies, which type, which group, how fast. */
final class BackupChoice {

    @Mixin
    private WhatParameter what;

    @Takes(Kind.RUN_TYPE)
    @Option(
            names = "--run",
            paramLabel = "TYPE",
            description = "what to take: full, incremental, journal or simple; default: what is due, or a full where"
                    + " the policy has no schedule")
    private Optional<String> type;

    @Takes(Kind.FREE)
    @Option(
            names = "--for",
            paramLabel = "INSTANT",
            description = "for this instant of the schedule: done once for it, it is not done again")
    private Optional<String> occurrence;

    @Option(
            names = "--partial",
            description = "take it although storage groups are missing: what is restored from it lacks them")
    private boolean partial;

    @Takes(Kind.BACKUP_GROUP)
    @Option(names = "--group", paramLabel = "GROUP", description = "only this backup group")
    private Optional<String> group;

    @Option(
            names = "--max-rate",
            paramLabel = "N",
            description = "read each archive with at most N MB/s; default: as fast as it goes")
    private Optional<Integer> maxRate;

    @Option(
            names = "--min-rate",
            paramLabel = "N",
            description = "when commits take longer than before, go no slower than N MB/s; default: 10")
    private Optional<Integer> minRate;

    BackupRequest request() {
        Pace pace = Pace.of(rate("--max-rate", maxRate), rate("--min-rate", minRate));
        return new BackupRequest(
                what.text(),
                WrongUsageException.wellWritten(type, BackupRequest::typeCalled),
                WrongUsageException.wellWritten(occurrence, InstantText::parse),
                group,
                pace,
                partial);
    }

    private static Optional<ByteSize> rate(String option, Optional<Integer> megabytes) {
        megabytes.filter(rate -> rate < 1).ifPresent(rate -> {
            throw new WrongUsageException(option + " takes a number of MB/s, one or more, not " + rate);
        });
        return megabytes.map(ByteSize::ofMegabytes);
    }
}
