package io.hotcopy.shell.command;

import io.hotcopy.recovery.RestoreTarget;
import io.hotcopy.shell.argument.Kind;
import io.hotcopy.shell.argument.Takes;
import io.hotcopy.term.CommitNumber;
import io.hotcopy.term.ElementId;
import io.hotcopy.verb.InstantText;
import java.time.Instant;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The state asked for; the newest when none of these is given. */
final class TargetOptions {
    @Takes(Kind.FREE)
    @Option(
            names = "--to-time",
            paramLabel = "T",
            description = "the state at this time: 2026-11-22T10:00:00+01:00, or without an offset in UTC")
    private String toTime;

    @Option(names = "--to-commit", paramLabel = "N", description = "everything up to commit N")
    private Long toCommit;

    @Option(names = "--before-commit", paramLabel = "N", description = "the state that commit N found")
    private Long beforeCommit;

    @Takes(Kind.ELEMENT)
    @Option(names = "--element", paramLabel = "ID", description = "the cut of this element, even if others are missing")
    private String element;

    RestoreTarget target() {
        try {
            if (toCommit != null) {
                return new RestoreTarget.ToCommit(new CommitNumber(toCommit));
            } else if (beforeCommit != null) {
                return new RestoreTarget.BeforeCommit(new CommitNumber(beforeCommit));
            }
            return element == null ? new RestoreTarget.Latest() : new RestoreTarget.ToElement(ElementId.of(element));
        } catch (IllegalArgumentException e) {
            throw new WrongUsageException(e.getMessage());
        }
    }

    Optional<Instant> time() {
        return WrongUsageException.wellWritten(Optional.ofNullable(toTime), InstantText::parse);
    }
}
