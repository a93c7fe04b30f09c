package io.hotcopy.embedded;

import io.hotcopy.embedded.changes.ChangeSorter;
import io.hotcopy.embedded.journal.CommitFrame;
import io.hotcopy.embedded.journal.JournalEntry;
import io.hotcopy.embedded.journal.JournalReader;
import io.hotcopy.embedded.journal.Operation;
import io.hotcopy.embedded.journal.PlacedOperation;
import io.hotcopy.embedded.journal.View;
import io.hotcopy.embedded.journal.VoidFilter;
import io.hotcopy.embedded.store.TableInGroup;
import io.hotcopy.restore.InterruptedRestoreException;
import io.hotcopy.restore.SourceStep;
import io.hotcopy.term.Fingerprint;
import io.hotcopy.term.StorageGroupName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * One reading of incrementals and journals: the last word on each key, and the running fingerprints that go with it.
 * Each is read once, by a thread that goes ahead of the one that folds. Used by one thread.
 */
final class StepsFold {

    /** Between two looks at whether the restore was interrupted, and two words on how far it is. */
    private static final int TELL_EVERY = 4096;

    private final ChangeSorter folded;
    private final int leftFrom;
    private final KnownViews views;
    private final StepProgress progress;
    private final SortedMap<StorageGroupName, SortedMap<Integer, Fingerprint>> sums;
    private final List<FollowedContent> followed = new ArrayList<>();
    private long entries;

    /**
     * @param folded takes the changes; filled by this
     * @param leftFrom as {@link FoldLimits} says
     * @param views what is known already
     * @param before the running fingerprints before the first step, of every storage group
     */
    StepsFold(
            ChangeSorter folded,
            int leftFrom,
            KnownViews views,
            SortedMap<StorageGroupName, SortedMap<Integer, Fingerprint>> before,
            StepProgress progress) {
        this.folded = folded;
        this.leftFrom = leftFrom;
        this.views = views;
        this.sums = new TreeMap<>(before);
        this.progress = progress;
    }

    /**
     * Reads all steps, in their order.
     *
     * @return whether it counts; if not, a later element of an archive's journal said that a commit of an earlier one
     *     is void, and all views are known now
     */
    boolean read(List<SourceStep> steps) {
        views.takeAgain();
        steps.forEach(this::fold);
        if (views.tookVoid()) {
            return false;
        }
        followed.forEach(FollowedContent::require);
        folded.filled();
        return true;
    }

    private void fold(SourceStep step) {
        switch (step.element().type()) {
            // Of a full only the journal copied with it is of use here.
            case JOURNAL, FULL -> foldJournal(step);
            case INCREMENTAL -> foldIncremental(step);
            case SIMPLE -> throw new IllegalArgumentException("a simple hot copy is no element of a set");
        }
        progress.done(step);
    }

    private void foldIncremental(SourceStep step) {
        CopiedChanges changes = new CopiedChanges(step.data(), step.element());
        SortedMap<StorageGroupName, SortedMap<Integer, Fingerprint>> stated = changes.fingerprints();
        for (StorageGroupName group : step.takes().keySet()) {
            folded.putSorted(group, changes.file(group));
            sums.put(group, stated.get(group));
        }
    }

    private void foldJournal(SourceStep step) {
        Map<StorageGroupName, FollowedContent> content = new HashMap<>();
        step.takes()
                .forEach((group, takes) ->
                        content.put(group, new FollowedContent(step.element(), group, takes, sums.get(group))));
        Reading reading = new Reading(step, content, views.filter(step.element().archiveUuid()));
        List<View> found = new ArrayList<>();
        new Handover<>(Read::bytes).run(taker -> found.addAll(readAhead(step, taker)), reading::take);
        views.add(step.element().archiveUuid(), found);
        content.forEach((group, its) -> sums.put(group, its.reached()));
        followed.addAll(content.values());
    }

    /** Gives the views in the journal, after all of its entries. */
    private List<View> readAhead(SourceStep step, Consumer<Read> taker) {
        CopiedJournal journal = new CopiedJournal(
                step.data(),
                step.element(),
                this::leaves,
                (entry, operations) -> taker.accept(new Read(entry, operations)));
        step.takes().values().forEach(takes -> journal.requireFrom(takes.from()));
        return journal.views();
    }

    /** What lies between reading and folding. */
    private record Read(JournalEntry entry, List<PlacedOperation> operations) {

        private static final long OVERHEAD = 100;

        long bytes() {
            long bytes = OVERHEAD;
            for (PlacedOperation placed : operations) {
                Operation operation = placed.operation();
                bytes += OVERHEAD + operation.key().length + (operation.isTombstone() ? 0 : operation.value().length);
            }
            return bytes;
        }
    }

    /** Schema records are looked into. */
    private boolean leaves(StorageGroupName group, byte[] key, int length) {
        return length >= leftFrom && !(group.equals(StorageGroupName.UNPARTITIONED) && SchemaRecords.isSchemaKey(key));
    }

    /** The reading of one journal. */
    private final class Reading {
        private final SourceStep step;
        private final Map<StorageGroupName, FollowedContent> content;
        private final VoidFilter filter;
        private long segment = -1;
        private int file;

        Reading(SourceStep step, Map<StorageGroupName, FollowedContent> content, VoidFilter filter) {
            this.step = step;
            this.content = content;
            this.filter = filter;
        }

        void take(Read read) {
            JournalEntry entry = read.entry();
            List<PlacedOperation> operations = read.operations();
            tell(entry);
            if (entry.frame() instanceof CommitFrame commit && !filter.isVoid(commit)) {
                views.taken(step.element().archiveUuid(), commit);
                turnTo(entry);
                Set<Integer> dropped = dropped(operations);
                content.values().forEach(each -> each.take(commit, dropped));
                operations.forEach(operation -> take(commit, operation));
            }
        }

        private void tell(JournalEntry entry) {
            if (++entries % TELL_EVERY == 0) {
                InterruptedRestoreException.check();
                progress.within(step, entry);
            }
        }

        private void turnTo(JournalEntry entry) {
            if (entry.segment() != segment) {
                segment = entry.segment();
                file = folded.leaving(JournalReader.segment(ArchiveLayout.journal(step.data()), entry));
            }
        }

        private void take(CommitFrame commit, PlacedOperation placed) {
            Operation operation = placed.operation();
            FollowedContent its = content.get(operation.group());
            if (its == null || !its.takes(commit.number())) {
                return;
            }
            if (placed.left().isPresent()) {
                folded.putLeft(
                        operation.group(), operation.key(), file, placed.left().get());
            } else {
                folded.put(operation.group(), operation.key(), operation.value());
            }
        }
    }

    private static Set<Integer> dropped(List<PlacedOperation> operations) {
        Set<Integer> dropped = Set.of();
        for (PlacedOperation placed : operations) {
            OptionalInt table = FingerprintFold.dropped(placed.operation());
            if (table.isPresent()) {
                dropped = new HashSet<>(dropped);
                dropped.add(table.getAsInt());
            }
        }
        return dropped;
    }

    /** Those at the end. */
    SortedMap<TableInGroup, Fingerprint> runningFingerprints() {
        SortedMap<TableInGroup, Fingerprint> all = new TreeMap<>();
        sums.forEach((group, tables) -> tables.forEach((table, sum) -> all.put(new TableInGroup(group, table), sum)));
        return all;
    }
}
