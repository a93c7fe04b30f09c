package io.hotcopy.embedded;

import io.hotcopy.embedded.commit.RowKey;
import io.hotcopy.embedded.journal.CommitFrame;
import io.hotcopy.embedded.journal.Operation;
import io.hotcopy.embedded.store.ArchiveStore;
import io.hotcopy.embedded.store.StoreMemory;
import io.hotcopy.embedded.store.TableKeys;
import io.hotcopy.problem.HotCopyException;
import io.hotcopy.progress.ProgressEvent;
import io.hotcopy.progress.ProgressListener;
import io.hotcopy.restore.InterruptedRestoreException;
import io.hotcopy.restore.JournalHit;
import io.hotcopy.restore.JournalHit.Action;
import io.hotcopy.restore.JournalQuestion;
import io.hotcopy.restore.JournalSource;
import io.hotcopy.term.CommitNumber;
import io.hotcopy.term.HotCopyType;
import io.hotcopy.term.StorageGroupName;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Searches journals for what was done to one table or one of its rows. A name may have meant several tables, one after
 * the other; all of them count. Used once, by one thread.
 */
final class TableHistory {

    private static final int LOOK_EVERY = 4096;

    private final JournalQuestion question;
    private final List<JournalSource> sources;
    private final StoreMemory memory;
    private final ProgressListener progress;
    /** The name of every table that was seen, dropped ones too. */
    private final Map<Integer, String> names = new TreeMap<>();
    /** The oldest first; never more than asked for. */
    private final TreeMap<Place, JournalHit> hits = new TreeMap<>(Place.ORDER);

    private long looked;

    /** Where a hit stands; two that stand at one place are one. */
    private record Place(CommitNumber commit, Instant time, int table, Action action, RowKey key) {

        private static final Comparator<Place> ORDER = Comparator.comparing(Place::commit)
                .thenComparing(Place::time)
                .thenComparing(Place::table)
                .thenComparing(Place::action)
                .thenComparing(Place::key);
    }

    /** @param sources in the order of their cuts, so that a table is made before its rows are written */
    TableHistory(JournalQuestion question, List<JournalSource> sources, StoreMemory memory, ProgressListener progress) {
        this.question = question;
        this.sources = sources;
        this.memory = memory;
        this.progress = progress;
    }

    List<JournalHit> run() {
        long bytes = sources.stream()
                .mapToLong(source -> source.element().size().bytes())
                .sum();
        String task = "search " + question.table();
        long began = System.nanoTime();
        progress.on(new ProgressEvent.TaskStarted(task, bytes));
        sources.forEach(this::learnNames);
        new CopiedJournals(sources).read(this::look);
        if (!names.containsValue(question.table())) {
            throw unknown();
        }
        progress.on(new ProgressEvent.TaskFinished(task, bytes, System.nanoTime() - began));
        return List.copyOf(hits.descendingMap().values());
    }

    /** The tables that a full's records hold. */
    private void learnNames(JournalSource source) {
        if (source.element().type() == HotCopyType.FULL) {
            try (ArchiveStore store = ArchiveStore.openReadOnly(ArchiveLayout.rocks(source.data()), memory)) {
                SchemaRecords.read(store).tables().forEach((id, table) -> names.put(id, table.name()));
            }
        }
    }

    private void look(JournalSource source, CommitFrame commit) {
        if (++looked % LOOK_EVERY == 0) {
            InterruptedRestoreException.check();
        }
        for (Operation operation : commit.operations()) {
            if (operation.group().equals(StorageGroupName.UNPARTITIONED)
                    && SchemaRecords.isSchemaKey(operation.key())) {
                lookAtSchema(source, commit, operation);
            } else {
                lookAtRow(source, commit, operation);
            }
        }
    }

    private void lookAtSchema(JournalSource source, CommitFrame commit, Operation operation) {
        SchemaRecords.Change change = new SchemaRecords.Change(operation.key(), Optional.ofNullable(operation.value()));
        SchemaRecords.droppedBy(change)
                .ifPresent(table -> hit(source, commit, table, Action.TABLE_DROPPED, Optional.empty()));
        SchemaRecords.madeBy(change).ifPresent(table -> {
            names.put(table.id(), table.name());
            hit(source, commit, table.id(), Action.TABLE_CREATED, Optional.empty());
        });
    }

    private void lookAtRow(JournalSource source, CommitFrame commit, Operation operation) {
        byte[] key = TableKeys.userKey(operation.key());
        if (question.key().isEmpty() || Arrays.equals(question.key().get(), key)) {
            Action action = operation.isTombstone() ? Action.DELETE : Action.PUT;
            hit(source, commit, TableKeys.table(operation.key()), action, Optional.of(key));
        }
    }

    private void hit(JournalSource source, CommitFrame commit, int table, Action action, Optional<byte[]> key) {
        if (!question.table().equals(names.get(table))) {
            return;
        }
        Place place =
                new Place(commit.number(), commit.time(), table, action, new RowKey(key.orElseGet(() -> new byte[0])));
        hits.putIfAbsent(
                place, new JournalHit(source.element().lineage(), commit.number(), commit.time(), action, key));
        if (hits.size() > question.limit()) {
            hits.pollFirstEntry();
        }
    }

    private HotCopyException unknown() {
        String known = names.values().stream().collect(Collectors.toCollection(TreeSet::new)).stream()
                .collect(Collectors.joining(", "));
        return new HotCopyException(
                "no table \"" + question.table() + "\" is known in these backup sets",
                known.isEmpty() ? "They hold no tables." : "Tables that are, or were: " + known + ".");
    }
}
