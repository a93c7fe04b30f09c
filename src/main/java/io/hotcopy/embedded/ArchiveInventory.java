package io.hotcopy.embedded;

import io.hotcopy.driver.ArchiveFacts.State;
import io.hotcopy.embedded.StartReport.Absence;
import io.hotcopy.embedded.journal.JournalReader;
import io.hotcopy.embedded.journal.JournalScan;
import io.hotcopy.embedded.journal.View;
import io.hotcopy.embedded.state.DatabaseState;
import io.hotcopy.embedded.state.KnownArchive;
import io.hotcopy.embedded.store.ArchiveStore;
import io.hotcopy.model.StorageManager;
import io.hotcopy.problem.HotCopyException;
import io.hotcopy.term.ArchiveId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/**
 * What there is of the declared archives: those of the newest view opened, the others with the reason why they do not
 * serve. Used by one thread.
 */
final class ArchiveInventory {

    static final String BY_SYNC = "It can only come back by SYNC.";

    private final StartContext context;
    private final DatabaseState state;
    private final List<FoundArchive> opened = new ArrayList<>();
    private final SortedMap<ArchiveId, Absence> absent = new TreeMap<>();
    /** Present, of this lineage, but outside the newest view; not opened. */
    private final List<KnownArchive> outside = new ArrayList<>();

    ArchiveInventory(StartContext context, DatabaseState state) {
        this.context = context;
        this.state = state;
    }

    /**
     * Looks at all archives that it has by declaration or was given since, and opens those of the newest view.
     *
     * @throws HotCopyException when one is not what the state says: another archive's directory, or declared otherwise
     */
    void take() {
        for (StorageManager manager : context.managers().all()) {
            Optional<KnownArchive> known = known(manager);
            if (context.lost().contains(manager.archive())) {
                absent(manager.archive(), State.STOPPED, "it was declared lost");
            } else if (known.isEmpty()) {
                absent(manager.archive(), State.STOPPED, neverStarted(manager));
            } else {
                look(known.get());
            }
        }
    }

    private String neverStarted(StorageManager manager) {
        return context.managers().isAdded(manager.archive())
                ? "it was added and has not been started yet"
                : "it has not been part of the database yet";
    }

    private Optional<KnownArchive> known(StorageManager manager) {
        Optional<KnownArchive> known = Optional.ofNullable(state.archives().get(manager.archive()));
        known.filter(archive -> !context.managers().isAdded(archive.id()))
                .ifPresent(archive -> new ServedBeyond(context).require(manager, archive));
        return known;
    }

    private void look(KnownArchive known) {
        Path directory = context.archive(known.id());
        SwappedDirectory.settle(directory);
        if (!Files.isDirectory(directory)) {
            absent(known.id(), State.STOPPED, "its directory \"" + directory + "\" is missing");
            return;
        }
        try {
            ArchiveIdentity identity = ArchiveIdentityYaml.read(directory);
            requireSame(directory, state.databaseUuid(), identity.databaseUuid());
            if (!isOfThisLife(identity)) {
                absent(known.id(), State.STOPPED, "it belongs to another life of the database");
            } else if (isSeed(identity, known)) {
                absent(known.id(), State.STOPPED, "it was restored from a backup set");
            } else if (known.syncing()) {
                requireSame(directory, known.uuid(), identity.archiveUuid());
                absent(known.id(), State.STOPPED, "its SYNC had not ended");
            } else if (isMember(known.id())) {
                requireSame(directory, known.uuid(), identity.archiveUuid());
                open(known, directory, identity);
            } else {
                requireSame(directory, known.uuid(), identity.archiveUuid());
                outside.add(known);
                absent(known.id(), State.STOPPED, "it is not in the newest view");
            }
        } catch (ForeignArchiveException foreign) {
            throw foreign;
        } catch (HotCopyException damaged) {
            absent(known.id(), State.DAMAGED, damaged.getMessage());
        }
    }

    private boolean isMember(ArchiveId archive) {
        return state.newestView()
                .map(View::members)
                .map(all -> all.contains(archive))
                .orElse(true);
    }

    /** A member still names the life before when the start that began the present one was cut short. */
    private boolean isOfThisLife(ArchiveIdentity identity) {
        UUID lineage = identity.lineage().id();
        boolean fromParent = state.lineage().parent().filter(lineage::equals).isPresent();
        return lineage.equals(state.lineage().id()) || fromParent && isMember(identity.archive());
    }

    /** Somebody put a restored archive in the place of the one that was there, or in a new one's place. */
    private static boolean isSeed(ArchiveIdentity identity, KnownArchive known) {
        return identity.restored().isPresent() && !identity.archiveUuid().equals(known.uuid());
    }

    private static void requireSame(Path directory, UUID expected, UUID found) {
        if (!expected.equals(found)) {
            throw new ForeignArchiveException(directory, expected, found);
        }
    }

    /**
     * Opens one that is present.
     *
     * @throws HotCopyException when it cannot be opened or read
     */
    private FoundArchive open(KnownArchive known, Path directory, ArchiveIdentity identity) {
        JournalScan scan = JournalReader.scan(ArchiveLayout.journal(directory), entry -> {});
        scan.identity()
                .filter(owner -> !owner.archiveUuid().equals(known.uuid()))
                .ifPresent(owner -> {
                    throw new HotCopyException("its journal is that of archive " + owner.archiveUuid());
                });
        Path rocks = ArchiveLayout.rocks(directory);
        if (!state.views().isEmpty() && !ArchiveStore.exists(rocks)) {
            throw new HotCopyException("there are no records in \"" + rocks + "\"");
        }
        ArchiveStore store = ArchiveStore.open(rocks, known.serves(), context.memory());
        FoundArchive found = new FoundArchive(known, directory, identity, store, scan);
        opened.add(found);
        return found;
    }

    /** Opens one that is present but outside the newest view. */
    FoundArchive openOutside(KnownArchive known) {
        Path directory = context.archive(known.id());
        FoundArchive found = open(known, directory, ArchiveIdentityYaml.read(directory));
        absent.remove(known.id());
        return found;
    }

    private void absent(ArchiveId archive, State its, String reason) {
        absent.put(archive, new Absence(its, reason, BY_SYNC));
    }

    /** It is here, but cannot be relied on: closes it. */
    void reject(FoundArchive archive, String reason) {
        opened.remove(archive);
        archive.store().crash();
        absent(archive.id(), State.DAMAGED, reason);
    }

    List<FoundArchive> opened() {
        return List.copyOf(opened);
    }

    List<KnownArchive> outside() {
        return List.copyOf(outside);
    }

    SortedMap<ArchiveId, Absence> absences() {
        return absent;
    }

    /** Closes everything, for a start that cannot go on. */
    void abandon() {
        opened.forEach(archive -> archive.store().crash());
    }
}
