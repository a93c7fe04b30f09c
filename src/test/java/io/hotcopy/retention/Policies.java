package io.hotcopy.retention;

import io.hotcopy.backupset.SampleSets;
import io.hotcopy.model.BackupGroup;
import io.hotcopy.model.BackupPolicy;
import io.hotcopy.model.DirectoryPattern;
import io.hotcopy.model.Hold;
import io.hotcopy.model.Objectives;
import io.hotcopy.model.Reactions;
import io.hotcopy.model.Retention;
import io.hotcopy.term.ArchiveId;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Policies of the sample database that say what must be retained. */
public final class Policies {

    private Policies() {}

    /** A retention with a window. */
    public static Retention window(Duration window, int minimum) {
        return new Retention(Optional.of(window), minimum, 0, 0, 0);
    }

    /** A policy whose backup groups are called {@code group-0}, {@code group-1} and so on. */
    public static BackupPolicy policy(List<List<Integer>> groups, Optional<Retention> retention, List<Hold> holds) {
        List<BackupGroup> backupGroups = new ArrayList<>();
        for (List<Integer> archives : groups) {
            backupGroups.add(BackupGroup.of(
                    "group-" + backupGroups.size(),
                    archives.stream().map(ArchiveId::new).toList()));
        }
        return new BackupPolicy(
                "nightly",
                SampleSets.NAME,
                ZoneId.of("UTC"),
                Objectives.NONE,
                backupGroups,
                List.of(),
                Reactions.DEFAULT,
                BackupPolicy.DEFAULT_OUTAGE,
                new DirectoryPattern(Path.of("backups"), "{date}T{time}-archive-{archive}"),
                retention,
                holds);
    }
}
