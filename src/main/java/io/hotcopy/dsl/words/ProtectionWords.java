package io.hotcopy.dsl.words;

import io.hotcopy.problem.SourceSpan;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.DatabaseName;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** The words of a policy that say what it protects, what it promises, and where the copies go. */
public interface ProtectionWords {

    @Once
    @Required
    @Describe(value = "names the database that the policy protects", example = "protects 'acme/test'")
    void protects(At<DatabaseName> database);

    @Once
    @Describe(
            value = "names the time zone of the policy's schedules and of the times in its directories; UTC by default",
            example = "timeZone 'Europe/Berlin'")
    void timeZone(At<ZoneId> zone);

    @Once
    @Describe(
            value = "promises how much time before a loss may be gone, and how long a restore may take; either or both",
            example = "objectives rpo: 15.minutes, rto: 1.hour")
    void objectives(
            SourceSpan place,
            @Named(value = "rpo", text = "the recovery point objective: how much time before a loss may be gone")
                    Optional<At<Duration>> rpo,
            @Named(value = "rto", text = "the recovery time objective: how long a restore may take")
                    Optional<At<Duration>> rto);

    @Required
    @Describe(
            value = "names archives that are copied together and hold every storage group between them; shared says "
                    + "that their copies are not lost with their region",
            example = {"backupGroup 'east', archives: [0, 1]", "backupGroup 'all', archives: [2], shared: true"})
    void backupGroup(
            At<Name> name,
            @Named(value = "archives", text = "the numbers of the archives") List<At<ArchiveId>> archives,
            @Named(value = "shared", text = "whether the copies outlive their region; false if not said")
                    Optional<At<Boolean>> shared);

    @Once
    @Required
    @Describe(
            value = "names the directory of each copy, by a pattern whose path starts at this file's directory",
            example = "directory 'backups/{group}/{database}-{date}T{time}-archive-{archive}'")
    void directory(At<String> pattern);
}
