package io.hotcopy.dsl;

import io.hotcopy.dsl.words.At;
import io.hotcopy.dsl.words.DatabaseWords;
import io.hotcopy.dsl.words.Name;
import io.hotcopy.model.Database;
import io.hotcopy.model.ExpectedData;
import io.hotcopy.model.StorageManager;
import io.hotcopy.problem.SourceSpan;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.ByteSize;
import io.hotcopy.term.StorageGroupName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Builds one database. */
final class DatabaseBuilder implements DatabaseWords, Misread.Listener {

    private final Draft draft;
    private final String path;
    private final Name name;
    private final SortedSet<StorageGroupName> storageGroups = new TreeSet<>();
    private final List<String> transactionEngines = new ArrayList<>();
    private final List<StorageManager> storageManagers = new ArrayList<>();
    private final List<ExpectedData> expectations = new ArrayList<>();
    private Optional<ByteSize> copyRate = Optional.empty();

    DatabaseBuilder(Draft draft, String path, Name name) {
        this.draft = draft;
        this.path = path;
        this.name = name;
    }

    Database build() {
        return new Database(name.text(), storageGroups, transactionEngines, storageManagers, expectations, copyRate);
    }

    @Override
    public void storageGroups(List<At<StorageGroupName>> groups) {
        for (At<StorageGroupName> group : groups) {
            if (group.value().equals(StorageGroupName.UNPARTITIONED)) {
                draft.findings()
                        .error(group.span(), "storage group UNPARTITIONED is in every database", "leave it out here");
            } else {
                draft.declare(
                        path + "/storageGroup/" + group, group.span(), "storage group " + group + " is declared twice");
                storageGroups.add(group.value());
            }
        }
    }

    @Override
    public void transactionEngines(List<At<Name>> hosts) {
        for (At<Name> host : hosts) {
            String duplicate = "host '" + host + "' has two transaction engines of database '" + name + "'";
            if (draft.declare(path + "/transactionEngine/" + host, host.span(), duplicate)) {
                transactionEngines.add(host.value().text());
            }
        }
    }

    @Override
    public void storageManager(
            At<ArchiveId> archive,
            At<Name> host,
            Optional<List<At<StorageGroupName>>> serves,
            Optional<At<Boolean>> journalHotCopy) {
        if (!declare(archive)) {
            return;
        }
        String ownPath = pathOf(archive);
        draft.place(ownPath + "/host", host.span());
        List<At<StorageGroupName>> served = serves.orElse(List.of());
        served.forEach(group -> draft.place(ownPath + "/serves/" + group, group.span()));
        SortedSet<StorageGroupName> names = new TreeSet<>();
        served.forEach(group -> names.add(group.value()));
        boolean isJournalCopied = journalHotCopy.map(At::value).orElse(false);
        storageManagers.add(new StorageManager(archive.value(), host.value().text(), names, isJournalCopied));
    }

    private boolean declare(At<ArchiveId> archive) {
        return draft.declare(
                pathOf(archive),
                archive.span(),
                "archive " + archive + " is declared twice in database '" + name + "'");
    }

    private String pathOf(At<ArchiveId> archive) {
        return path + "/storageManager/" + archive;
    }

    @Override
    public void expect(
            SourceSpan place,
            Optional<At<StorageGroupName>> storageGroup,
            At<ByteSize> size,
            At<ByteSize> changesPerDay,
            At<ByteSize> journalPerDay) {
        String ownPath =
                path + "/expect" + storageGroup.map(group -> "/" + group).orElse("");
        String what = storageGroup.map(group -> "storage group " + group).orElse("database '" + name + "' as a whole");
        String twice = "the data of " + what + " is expected twice";
        if (draft.declare(ownPath, storageGroup.map(At::span).orElse(place), twice)) {
            expectations.add(new ExpectedData(
                    storageGroup.map(At::value), size.value(), changesPerDay.value(), journalPerDay.value()));
        }
    }

    @Override
    public void copyRate(SourceSpan place, At<ByteSize> perSecond) {
        draft.place(path + "/copyRate", perSecond.span());
        if (perSecond.value().bytes() == 0) {
            draft.findings().error(perSecond.span(), "`copyRate` is zero", "for example: copyRate 200.MB");
        }
        copyRate = Optional.of(perSecond.value());
    }

    @Override
    public void misread(Misread word) {
        if (word.mayBe("storageGroups")) {
            storageGroups(word.values("", StorageGroupName.class));
            draft.doubt(path + "/storageGroup");
        }
        if (word.mayBe("transactionEngines")) {
            transactionEngines(word.values("hosts", Name.class));
        }
        if (word.mayBe("storageManager")) {
            draft.doubt(path + "/serves");
            word.value("archive", ArchiveId.class)
                    .ifPresentOrElse(archive -> misread(archive, word), () -> draft.doubt(path + "/storageManager"));
        }
    }

    private void misread(At<ArchiveId> archive, Misread word) {
        draft.doubt(pathOf(archive));
        Optional<List<At<StorageGroupName>>> serves = Optional.of(word.values("serves", StorageGroupName.class));
        word.value("host", Name.class)
                .ifPresentOrElse(
                        host -> storageManager(archive, host, serves, Optional.empty()), () -> declare(archive));
    }
}
