package io.hotcopy.dsl;

import io.hotcopy.model.BackupGroup;
import io.hotcopy.model.BackupPolicy;
import io.hotcopy.model.Database;
import io.hotcopy.model.Declarations;
import io.hotcopy.model.OnArchiveDown;
import io.hotcopy.model.OnJournalSuspended;
import io.hotcopy.model.OnOverlap;
import io.hotcopy.model.RunLine;
import io.hotcopy.model.Schedule;
import io.hotcopy.problem.SourceSpan;
import io.hotcopy.term.HotCopyType;
import io.hotcopy.term.StorageGroupName;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Checks that what a policy says it does in a case can happen, and that what it does then is declared. */
final class ReactionCheck {
    private final Declarations declarations;
    private final Draft draft;

    ReactionCheck(Declarations declarations, Draft draft) {
        this.declarations = declarations;
        this.draft = draft;
    }

    void run() {
        for (BackupPolicy policy : declarations.policies()) {
            checkAppended(policy);
            checkScheduled(policy);
            checkTurns(policy);
            checkOtherGroup(policy);
        }
    }

    private void checkAppended(BackupPolicy policy) {
        boolean incremental = mayRun(policy, HotCopyType.INCREMENTAL);
        boolean journal = mayRun(policy, HotCopyType.JOURNAL);
        if (!incremental && !journal) {
            withoutCause(policy, "onNoBaseSet", "neither `incremental` nor `journal`");
        }
        if (!journal) {
            withoutCause(policy, "onJournalSuspended", "no `journal`");
        } else if (!incremental && policy.reactions().onJournalSuspended() == OnJournalSuspended.INCREMENTAL) {
            error(
                    path(policy, "onJournalSuspended"),
                    "policy '" + policy.name() + "' takes no incremental hot copies",
                    List.of("write `incremental` into the policy, or `onJournalSuspended full`"));
        }
    }

    /** Only an occurrence of a schedule can be missed, and only one waits; who asks for a copy is told at once. */
    private void checkScheduled(BackupPolicy policy) {
        boolean mayBeScheduled = policy.isScheduled()
                || Arrays.stream(HotCopyType.values()).anyMatch(type -> draft.isDoubtful(path(policy, type.word())));
        if (!mayBeScheduled) {
            withoutCause(policy, "onMissed", "no schedule");
            if (policy.reactions().onOverlap() == OnOverlap.WAIT) {
                withoutCause(policy, "onOverlap", "no schedule");
            }
        }
    }

    private void checkTurns(BackupPolicy policy) {
        if (policy.backupGroups().size() != 1 || draft.isDoubtful(path(policy, "backupGroup"))) {
            return;
        }
        for (RunLine line : policy.runs()) {
            if (line.schedule().orElse(null) instanceof Schedule.Every every && every.interleaved()) {
                draft.findings()
                        .warning(
                                span(path(policy, line.type().word() + "/interleaved")),
                                "`interleaved:` changes nothing in policy '" + policy.name()
                                        + "', which has one backup group",
                                "declare another backup group, or leave it out");
            }
        }
    }

    private boolean mayRun(BackupPolicy policy, HotCopyType type) {
        return policy.run(type).isPresent() || draft.isDoubtful(path(policy, type.word()));
    }

    private void withoutCause(BackupPolicy policy, String word, String cause) {
        String place = path(policy, word);
        if (declarations.spans().containsKey(place)) {
            error(
                    place,
                    "`" + word + "` does nothing in policy '" + policy.name() + "', which has " + cause,
                    List.of("write what it is for into the policy, or leave it out"));
        }
    }

    /** The backup group that runs instead of another one must be there, and hold what the other holds. */
    private void checkOtherGroup(BackupPolicy policy) {
        if (!(policy.reactions().onArchiveDown() instanceof OnArchiveDown.Instead instead)
                || draft.isDoubtful(path(policy, "backupGroup"))) {
            return;
        }
        List<BackupGroup> others = policy.backupGroups().stream()
                .filter(group -> !group.name().equals(instead.backupGroup()))
                .toList();
        Optional<BackupGroup> named = policy.backupGroup(instead.backupGroup());
        if (named.isEmpty()) {
            List<String> names =
                    policy.backupGroups().stream().map(BackupGroup::name).toList();
            error(
                    path(policy, "onArchiveDown"),
                    "policy '" + policy.name() + "' has no backup group '" + instead.backupGroup() + "'",
                    Nearest.hints(instead.backupGroup(), names, "'", "backup groups"));
        } else if (others.isEmpty()) {
            withoutCause(policy, "onArchiveDown", "no other backup group than '" + instead.backupGroup() + "'");
        } else {
            others.forEach(other -> checkCover(policy, other, named.get()));
        }
    }

    private void checkCover(BackupPolicy policy, BackupGroup group, BackupGroup instead) {
        String databasePath = "domain/" + policy.protects().domain() + "/database/"
                + policy.protects().database();
        Optional<Database> database = declarations.database(policy.protects());
        if (database.isEmpty() || draft.isDoubtful(databasePath + "/serves")) {
            return;
        }
        SortedSet<StorageGroupName> missing = new TreeSet<>(instead.missingFrom(database.get()));
        missing.removeAll(group.missingFrom(database.get()));
        if (!missing.isEmpty()) {
            error(
                    path(policy, "onArchiveDown"),
                    "backup group '" + instead.name() + "' cannot run instead of '" + group.name()
                            + "': it does not hold "
                            + missing.stream().map(Object::toString).collect(Collectors.joining(", ")),
                    List.of("name a backup group that holds the same storage groups"));
        }
    }

    private static String path(BackupPolicy policy, String part) {
        return "policy/" + policy.name() + "/" + part;
    }

    private void error(String path, String message, List<String> hints) {
        draft.findings().error(span(path), message, hints);
    }

    private SourceSpan span(String path) {
        return declarations.spanOf(path).orElseThrow();
    }
}
