package io.hotcopy.testkit;

import io.hotcopy.model.BackupPolicy;
import io.hotcopy.model.Declarations;
import io.hotcopy.model.DirectoryPattern;
import io.hotcopy.model.Domain;
import io.hotcopy.model.OnFailure;
import io.hotcopy.model.Reactions;
import io.hotcopy.problem.HotCopyException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** The same declarations with everything that they write below one directory, and without pauses between tries. */
record Relocation(Path directory) {

    Declarations of(Declarations declared) {
        return new Declarations(
                declared.domains().stream().map(this::of).toList(),
                declared.policies().stream().map(this::of).toList(),
                declared.spans());
    }

    private Domain of(Domain domain) {
        Path home = directory.resolve("data").resolve(domain.name());
        return new Domain(domain.name(), Optional.of(home), domain.regions(), domain.databases());
    }

    private BackupPolicy of(BackupPolicy policy) {
        Path base = directory.resolve("backups").resolve(policy.name());
        String text = policy.directory().text().replaceFirst("^(\\w:)?[/\\\\]+", "");
        DirectoryPattern pattern = new DirectoryPattern(base, text);
        if (!pattern.root().startsWith(base)) {
            throw new HotCopyException(
                    "the copies of policy \"" + policy.name() + "\" go to \"" + policy.directory()
                            + "\", which leads out of every directory",
                    "Leave the .. out.");
        }
        return new BackupPolicy(
                policy.name(),
                policy.protects(),
                policy.timeZone(),
                policy.objectives(),
                policy.backupGroups(),
                policy.runs(),
                withoutPause(policy.reactions()),
                policy.outage(),
                pattern,
                policy.retention(),
                policy.holds());
    }

    /** In virtual time nobody would wait through a pause, and a specification must not in its own. */
    private static Reactions withoutPause(Reactions reactions) {
        return new Reactions(
                reactions.onNoBaseSet(),
                reactions.onJournalSuspended(),
                reactions.onArchiveDown(),
                reactions.onOverlap(),
                withoutPause(reactions.onFailure()),
                reactions.onMissed());
    }

    private static OnFailure withoutPause(OnFailure reaction) {
        return reaction instanceof OnFailure.Retry retry ? new OnFailure.Retry(retry.times(), Duration.ZERO) : reaction;
    }
}
