package io.hotcopy.verb;

import io.hotcopy.driver.ArchiveFacts;
import io.hotcopy.driver.ArchiveFacts.State;
import io.hotcopy.driver.DatabaseFacts;
import io.hotcopy.embedded.SyncReport;
import io.hotcopy.live.LiveDatabase;
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
import java.util.TreeMap;

/** {@code sm}: stops the storage managers of the domain that runs here, one at a time, and starts them again. */
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
