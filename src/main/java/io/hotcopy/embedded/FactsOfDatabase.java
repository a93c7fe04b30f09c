package io.hotcopy.embedded;

import io.hotcopy.driver.ArchiveFacts;
import io.hotcopy.driver.ArchiveFacts.State;
import io.hotcopy.driver.DatabaseFacts;
import io.hotcopy.driver.RunningCopy;
import io.hotcopy.embedded.state.DatabaseState;
import io.hotcopy.embedded.state.KnownArchive;
import io.hotcopy.model.Database;
import io.hotcopy.model.Domain;
import io.hotcopy.model.Region;
import io.hotcopy.model.StorageManager;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.ByteSize;
import io.hotcopy.term.CommitNumber;
import io.hotcopy.term.StorageGroupName;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.Function;

/** Puts together what is declared of a database, what was saved of it, and what is seen of it now. */
final class FactsOfDatabase {

    private final Domain domain;
    private final Database declared;
    private final Managers managers;

    FactsOfDatabase(Domain domain, Database declared, Managers managers) {
        this.domain = domain;
        this.declared = declared;
        this.managers = managers;
    }

    /** What only a running domain knows. */
    interface Live {
        State state(ArchiveId archive);

        List<RunningCopy> running(ArchiveId archive);

        /** What a hot copy would take of its journal; empty while that is not open. */
        Optional<ByteSize> journal(ArchiveId archive);
    }

    DatabaseFacts running(DatabaseState saved, CommitNumber stable, Live live) {
        return facts(true, Optional.of(saved), stable, live);
    }

    /** Of a database that does not run; {@code saved} is empty when it never did. */
    DatabaseFacts stopped(Optional<DatabaseState> saved) {
        return facts(false, saved, CommitNumber.ZERO, new Live() {
            @Override
            public State state(ArchiveId archive) {
                return State.UNKNOWN;
            }

            @Override
            public List<RunningCopy> running(ArchiveId archive) {
                return List.of();
            }

            @Override
            public Optional<ByteSize> journal(ArchiveId archive) {
                return Optional.empty();
            }
        });
    }

    private DatabaseFacts facts(boolean running, Optional<DatabaseState> saved, CommitNumber stable, Live live) {
        return new DatabaseFacts(
                domain.nameOf(declared),
                running,
                saved.map(DatabaseState::databaseUuid),
                saved.map(DatabaseState::lineage),
                stable,
                managers.storageGroups(saved),
                managers.all().stream()
                        .sorted(Comparator.comparing(StorageManager::archive))
                        .map(manager -> facts(manager, saved, live))
                        .toList());
    }

    /** What is in memory of them; no directory is looked into. */
    List<ArchiveStatus> archives(DatabaseState saved, ArchiveStates states, Function<ArchiveId, List<RunningCopy>> on) {
        return managers.all().stream()
                .sorted(Comparator.comparing(StorageManager::archive))
                .map(manager -> archive(manager, Optional.of(saved), states, on))
                .toList();
    }

    private ArchiveStatus archive(
            StorageManager manager,
            Optional<DatabaseState> saved,
            ArchiveStates states,
            Function<ArchiveId, List<RunningCopy>> on) {
        ArchiveId id = manager.archive();
        return new ArchiveStatus(
                id,
                manager.host(),
                region(manager),
                states.of(id),
                states.absence(id),
                serves(manager, saved),
                managers.directory(id),
                managers.isAdded(id),
                manager.journalHotCopy(),
                known(id, saved).flatMap(FactsOfDatabase::suspension),
                on.apply(id));
    }

    private String region(StorageManager manager) {
        return domain.regionOf(manager.host()).map(Region::name).orElse("");
    }

    private static SortedSet<StorageGroupName> serves(StorageManager manager, Optional<DatabaseState> saved) {
        return known(manager.archive(), saved).map(KnownArchive::serves).orElse(manager.serves());
    }

    private ArchiveFacts facts(StorageManager manager, Optional<DatabaseState> saved, Live live) {
        ArchiveId id = manager.archive();
        return new ArchiveFacts(
                id,
                manager.host(),
                region(manager),
                live.state(id),
                serves(manager, saved),
                manager.journalHotCopy(),
                known(id, saved).flatMap(FactsOfDatabase::suspension),
                known(id, saved).flatMap(KnownArchive::baseLost),
                ArchiveSize.of(managers.directory(id), live.journal(id)),
                known(id, saved).flatMap(KnownArchive::newestSet),
                live.running(id));
    }

    /** Why, and which commits are missing in the journal copies as long as it lasts. */
    private static Optional<String> suspension(KnownArchive archive) {
        String hole = archive.chainEnd()
                .map(end -> "; no journal hot copy holds the commits after " + end.through())
                .orElse("");
        return archive.journalSuspended().map(cause -> cause + hole);
    }

    private static Optional<KnownArchive> known(ArchiveId archive, Optional<DatabaseState> saved) {
        return saved.map(state -> state.archives().get(archive));
    }
}
