package io.hotcopy.verb;

import io.hotcopy.driver.ArchiveFacts;
import io.hotcopy.driver.ArchiveFacts.State;
import io.hotcopy.driver.DatabaseFacts;
import io.hotcopy.embedded.SyncReport;
import io.hotcopy.live.LiveDatabase;
import io.hotcopy.model.StorageManager;
import io.hotcopy.problem.HotCopyException;
import io.hotcopy.progress.ProgressEvent;
import io.hotcopy.progress.ProgressListener;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.DatabaseName;
import io.hotcopy.term.StorageGroupName;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * {@code sm}: stops the storage managers of the domain that runs here, one at a time, starts them again, and adds some.
 */
public final class StorageManagerVerb {
    private final Session session;

    StorageManagerVerb(Session session) {
        this.session = session;
    }

    /**
     * Stops one; the database goes on without it.
     *
     * @throws DeclinedException when the preview is not agreed to
     * @throws HotCopyException when it does not run, or nobody else serves one of its storage groups
     */
    public StorageManagerStopResult stop(StorageManagerRequest request, Confirmation confirmation) {
        ProcessPlace place = ProcessPlace.of(session);
        ArchiveId archive = place.archive(request.archive(), request.database());
        DatabaseName name = place.database(request.database());
        if (session.isDryRun()) {
            return new StorageManagerStopResult(true, name, archive, new TreeMap<>(), List.of());
        }
        LiveDatabase database = database(name);
        Optional.ofNullable(database.absences().get(archive)).ifPresent(absence -> {
            throw new HotCopyException(
                    "the storage manager of archive " + archive + " is not running: " + absence.reason(),
                    "sm start " + archive + " starts it");
        });
        if (!confirmation.agrees(preview(facts(name), archive))) {
            throw new DeclinedException();
        }
        StorageManagerStopResult preview = preview(facts(name), archive);
        database.stopStorageManager(archive);
        return new StorageManagerStopResult(false, name, archive, preview.left(), preview.hotCopies());
    }

    private static StorageManagerStopResult preview(DatabaseFacts facts, ArchiveId archive) {
        ArchiveFacts own = facts.archives().stream()
                .filter(each -> each.id().equals(archive))
                .findFirst()
                .orElseThrow();
        SortedMap<StorageGroupName, List<ArchiveId>> left = new TreeMap<>();
        own.serves().forEach(group -> left.put(group, others(facts, own, group)));
        return new StorageManagerStopResult(true, facts.database(), archive, left, own.running());
    }

    private static List<ArchiveId> others(DatabaseFacts facts, ArchiveFacts own, StorageGroupName group) {
        return facts.archives().stream()
                .filter(other -> !other.id().equals(own.id()) && other.state() == State.RUNNING)
                .filter(other -> other.serves().contains(group))
                .map(ArchiveFacts::id)
                .toList();
    }

    /**
     * Adds one, which is stopped until it is started and remembered from here on.
     *
     * @throws HotCopyException when the number or the directory is taken, or what lies there cannot come into this
     *     database
     */
    public StorageManagerAddResult add(StorageManagerAddRequest request) {
        ProcessPlace place = ProcessPlace.of(session);
        DatabaseName name = place.database(request.which().database());
        ArchiveId archive = place.newArchive(request.which().archive());
        Path directory = session.resolve(request.directory()).toAbsolutePath();
        StorageManager manager = new StorageManager(archive, request.host(), groups(request, place, name), true);
        if (!session.isDryRun()) {
            database(name).addStorageManager(manager, directory, request.restored());
        }
        return new StorageManagerAddResult(session.isDryRun(), name, manager, directory, request.restored());
    }

    private SortedSet<StorageGroupName> groups(
            StorageManagerAddRequest request, ProcessPlace place, DatabaseName name) {
        if (!request.groups().isEmpty()) {
            return request.groups().stream().map(StorageGroupVerb::name).collect(Collectors.toCollection(TreeSet::new));
        }
        return new TreeSet<>(
                session.isDryRun()
                        ? place.domain().database(name.database()).orElseThrow().storageGroups()
                        : database(name).storageGroups());
    }

    /**
     * Starts one, which SYNCs what it has missed and is RUNNING then.
     *
     * @param from a restored archive to begin with, or the directory that holds it; empty to begin with its own
     */
    public StorageManagerStartResult start(
            StorageManagerRequest request, Optional<Path> from, ProgressListener progress) {
        ProcessPlace place = ProcessPlace.of(session);
        ArchiveId archive = place.archive(request.archive(), request.database());
        DatabaseName name = place.database(request.database());
        if (session.isDryRun()) {
            return new StorageManagerStartResult(true, name, archive, Optional.empty(), Optional.empty());
        }
        LiveDatabase database = database(name);
        Optional<Path> kept = from.map(session::resolve).flatMap(seed -> database.seedStorageManager(archive, seed));
        kept.ifPresent(path -> progress.on(new ProgressEvent.Noted("the archive that lay there is kept as " + path)));
        SyncReport report = database.startStorageManager(archive, progress);
        return new StorageManagerStartResult(false, name, archive, Optional.of(report), kept);
    }

    private DatabaseFacts facts(DatabaseName name) {
        return session.requireRunning().facts(name.database());
    }

    private LiveDatabase database(DatabaseName name) {
        return session.requireRunning().database(name.database());
    }
}
