package io.hotcopy.dsl;

import io.hotcopy.dsl.words.At;
import io.hotcopy.dsl.words.Name;
import io.hotcopy.dsl.words.PolicyWords;
import io.hotcopy.model.BackupGroup;
import io.hotcopy.model.BackupPolicy;
import io.hotcopy.model.DirectoryPattern;
import io.hotcopy.model.Objectives;
import io.hotcopy.model.OnJournalSuspended;
import io.hotcopy.model.OnNoBaseSet;
import io.hotcopy.model.Reactions;
import io.hotcopy.model.RunLine;
import io.hotcopy.problem.SourceSpan;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.DatabaseName;
import io.hotcopy.term.HotCopyType;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Builds one policy. */
final class PolicyBuilder implements PolicyWords, Misread.Listener {

    private final Draft draft;
    private final String path;
    private final Name name;
    private final Path base;
    private final List<BackupGroup> groups = new ArrayList<>();
    private final List<RunLine> runs = new ArrayList<>();
    private Optional<DatabaseName> protects = Optional.empty();
    private OnNoBaseSet onNoBaseSet = OnNoBaseSet.FAIL;
    private OnJournalSuspended onJournalSuspended = OnJournalSuspended.FAIL;
    private Optional<DirectoryPattern> directory = Optional.empty();

    PolicyBuilder(Draft draft, String path, Name name, Path base) {
        this.draft = draft;
        this.path = path;
        this.name = name;
        this.base = base;
    }

    /** The policy; empty when it does not say which database it protects. */
    Optional<BackupPolicy> build() {
        if (directory.isEmpty()) {
            draft.doubt(path + "/directory");
        }
        return protects.map(database -> new BackupPolicy(
                name.text(),
                database,
                BackupPolicy.DEFAULT_TIME_ZONE,
                Objectives.NONE,
                groups,
                runs,
                new Reactions(
                        onNoBaseSet,
                        onJournalSuspended,
                        Reactions.DEFAULT.onArchiveDown(),
                        Reactions.DEFAULT.onOverlap(),
                        Reactions.DEFAULT.onFailure(),
                        Reactions.DEFAULT.onMissed()),
                BackupPolicy.DEFAULT_OUTAGE,
                directory.orElse(new DirectoryPattern(base, "{archive}")),
                Optional.empty(),
                List.of()));
    }

    @Override
    public void protects(At<DatabaseName> database) {
        draft.place(path + "/protects", database.span());
        protects = Optional.of(database.value());
    }

    @Override
    public void backupGroup(At<Name> groupName, List<At<ArchiveId>> archives) {
        String groupPath = path + "/backupGroup/" + groupName;
        String twice = "backup group '" + groupName + "' is declared twice";
        if (!draft.declare(groupPath, groupName.span(), twice)) {
            return;
        }
        List<ArchiveId> own = new ArrayList<>();
        for (At<ArchiveId> archive : archives) {
            String inTwo = "archive " + archive + " is in two backup groups of policy '" + name + "'";
            draft.declare(path + "/archive/" + archive, archive.span(), inTwo);
            draft.place(groupPath + "/archive/" + archive, archive.span());
            own.add(archive.value());
        }
        groups.add(BackupGroup.of(groupName.value().text(), own));
    }

    @Override
    public void misread(Misread word) {
        for (HotCopyType type : HotCopyType.values()) {
            if (word.mayBe(type.word())) {
                draft.doubt(path + "/" + type.word());
            }
        }
        if (word.mayBe("backupGroup")) {
            word.value("", Name.class).ifPresent(group -> backupGroup(group, word.values("archives", ArchiveId.class)));
        }
    }

    @Override
    public void full(SourceSpan place) {
        run(HotCopyType.FULL, place);
    }

    @Override
    public void incremental(SourceSpan place) {
        run(HotCopyType.INCREMENTAL, place);
    }

    @Override
    public void journal(SourceSpan place) {
        run(HotCopyType.JOURNAL, place);
    }

    private void run(HotCopyType type, SourceSpan place) {
        draft.place(path + "/" + type.word(), place);
        runs.add(RunLine.whenAsked(type));
    }

    @Override
    public void onNoBaseSet(SourceSpan place, At<OnNoBaseSet> action) {
        draft.place(path + "/onNoBaseSet", place);
        onNoBaseSet = action.value();
    }

    @Override
    public void onJournalSuspended(SourceSpan place, At<OnJournalSuspended> action) {
        draft.place(path + "/onJournalSuspended", action.span());
        onJournalSuspended = action.value();
    }

    @Override
    public void directory(At<String> text) {
        draft.place(path + "/directory", text.span());
        if (DirectoryText.check(text, draft.findings())
                && draft.resolve(base, text).isPresent()) {
            directory = Optional.of(new DirectoryPattern(base, text.value()));
        }
    }
}
