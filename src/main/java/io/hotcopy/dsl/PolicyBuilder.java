package io.hotcopy.dsl;

import io.hotcopy.dsl.words.At;
import io.hotcopy.dsl.words.Name;
import io.hotcopy.dsl.words.ProtectionWords;
import io.hotcopy.model.BackupGroup;
import io.hotcopy.model.BackupPolicy;
import io.hotcopy.model.DirectoryPattern;
import io.hotcopy.model.Objectives;
import io.hotcopy.problem.SourceSpan;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.DatabaseName;
import io.hotcopy.term.HotCopyType;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Builds one policy: what it protects and where the copies go; the rest is built by the builders of its parts. */
final class PolicyBuilder implements ProtectionWords, Misread.Listener {

    private final Draft draft;
    private final String path;
    private final At<Name> name;
    private final Function<SourceSpan, Path> bases;
    private final RunLines runs;
    private final ReactionsBuilder reactions;
    private final KeepingBuilder keeping;
    private final List<BackupGroup> groups = new ArrayList<>();
    private Optional<DatabaseName> protects = Optional.empty();
    private ZoneId timeZone = BackupPolicy.DEFAULT_TIME_ZONE;
    private Objectives objectives = Objectives.NONE;
    private Optional<DirectoryPattern> directory = Optional.empty();

    /** @param bases where a relative path starts that was written at a place */
    PolicyBuilder(Draft draft, String path, At<Name> name, Function<SourceSpan, Path> bases) {
        this.draft = draft;
        this.path = path;
        this.name = name;
        this.bases = bases;
        this.runs = new RunLines(draft, path);
        this.reactions = new ReactionsBuilder(draft, path);
        this.keeping = new KeepingBuilder(draft, path);
    }

    /** Those who take the words of the policy between them. */
    List<?> receivers() {
        return List.of(this, runs, reactions, keeping);
    }

    /** The policy; empty when it does not say which database it protects. */
    Optional<BackupPolicy> build() {
        if (directory.isEmpty()) {
            draft.doubt(path + "/directory");
        }
        return protects.map(database -> new BackupPolicy(
                name.value().text(),
                database,
                timeZone,
                objectives,
                groups,
                runs.build(),
                reactions.build(),
                reactions.outage(),
                directory.orElse(new DirectoryPattern(bases.apply(name.span()), "{archive}")),
                keeping.retention(),
                keeping.holds(timeZone)));
    }

    @Override
    public void protects(At<DatabaseName> database) {
        draft.place(path + "/protects", database.span());
        protects = Optional.of(database.value());
    }

    @Override
    public void timeZone(At<ZoneId> zone) {
        draft.place(path + "/timeZone", zone.span());
        timeZone = zone.value();
    }

    @Override
    public void objectives(SourceSpan place, Optional<At<Duration>> rpo, Optional<At<Duration>> rto) {
        draft.place(path + "/objectives", place);
        objectives = new Objectives(objective("rpo", rpo), objective("rto", rto));
        if (rpo.isEmpty() && rto.isEmpty()) {
            draft.findings()
                    .error(
                            place,
                            "`objectives` needs `rpo:` or `rto:`",
                            "for example: objectives rpo: 15.minutes, rto: 1.hour");
        }
    }

    private Optional<Duration> objective(String argument, Optional<At<Duration>> given) {
        given.ifPresent(time -> draft.place(path + "/objectives/" + argument, time.span()));
        return given.filter(time -> draft.isPositive(
                        time, "`" + argument + ":` of `objectives`", "objectives rpo: 15.minutes, rto: 1.hour"))
                .map(At::value);
    }

    @Override
    public void backupGroup(At<Name> groupName, List<At<ArchiveId>> archives, Optional<At<Boolean>> shared) {
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
        groups.add(new BackupGroup(
                groupName.value().text(), own, shared.map(At::value).orElse(false)));
    }

    @Override
    public void misread(Misread word) {
        for (HotCopyType type : HotCopyType.values()) {
            if (word.mayBe(type.word())) {
                draft.doubt(path + "/" + type.word());
            }
        }
        if (word.mayBe("backupGroup")) {
            draft.doubt(path + "/backupGroup");
            word.value("", Name.class)
                    .ifPresent(group -> backupGroup(group, word.values("archives", ArchiveId.class), Optional.empty()));
        }
    }

    @Override
    public void directory(At<String> text) {
        draft.place(path + "/directory", text.span());
        Path base = bases.apply(text.span());
        if (DirectoryText.check(text, draft.findings())
                && draft.resolve(base, text).isPresent()) {
            directory = Optional.of(new DirectoryPattern(base, text.value()));
        }
    }
}
