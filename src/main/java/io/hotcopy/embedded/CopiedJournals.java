package io.hotcopy.embedded;

import io.hotcopy.backupset.ElementFacts;
import io.hotcopy.embedded.journal.CommitFrame;
import io.hotcopy.embedded.journal.JournalEntry;
import io.hotcopy.embedded.journal.View;
import io.hotcopy.embedded.journal.VoidFilter;
import io.hotcopy.restore.JournalSource;
import io.hotcopy.term.CommitNumber;
import io.hotcopy.term.CommitRange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** The journals of several elements: what each covers of the commits that really happened. */
final class CopiedJournals {

    private final Map<JournalSource, CopiedJournal> journals = new LinkedHashMap<>();
    /** By archive: a later element of it may say what is void in an earlier one. */
    private final Map<UUID, VoidFilter> voids = new HashMap<>();

    /** Reads all of them once; throws as {@link CopiedJournal} does. */
    CopiedJournals(List<JournalSource> sources) {
        Map<UUID, List<View>> views = new HashMap<>();
        for (JournalSource source : sources) {
            CopiedJournal journal = new CopiedJournal(source.data(), source.element());
            journal.requireFrom(covered(source.element()).from());
            journals.put(source, journal);
            views.computeIfAbsent(source.element().archiveUuid(), absent -> new ArrayList<>())
                    .addAll(journal.views());
        }
        views.forEach((archive, known) -> voids.put(archive, new VoidFilter(known)));
    }

    /** What an element covers of at least one storage group. */
    private static CommitRange covered(ElementFacts element) {
        CommitNumber from = element.covers().values().stream()
                .map(CommitRange::from)
                .min(Comparator.naturalOrder())
                .orElse(element.cut());
        return new CommitRange(from, element.cut());
    }

    /** Shows number, view and time of the commits. */
    void survey(Consumer<CommitFrame> each) {
        journals.forEach((source, journal) ->
                journal.survey(entry -> show(source, entry, (from, commit) -> each.accept(commit))));
    }

    /** Shows the commits decoded, source by source in their order. */
    void read(BiConsumer<JournalSource, CommitFrame> each) {
        journals.forEach((source, journal) -> journal.read(entry -> show(source, entry, each)));
    }

    private void show(JournalSource source, JournalEntry entry, BiConsumer<JournalSource, CommitFrame> each) {
        if (entry.frame() instanceof CommitFrame commit
                && covered(source.element()).contains(commit.number())
                && !voids.get(source.element().archiveUuid()).isVoid(commit)) {
            each.accept(source, commit);
        }
    }
}
