package io.hotcopy.plan;

import io.hotcopy.driver.ArchiveFacts;
import io.hotcopy.driver.DatabaseFacts;
import io.hotcopy.driver.RunningCopy;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.DatabaseName;
import io.hotcopy.term.ElementId;
import io.hotcopy.term.HotCopyType;
import io.hotcopy.term.Lineage;
import io.hotcopy.term.SetId;
import io.hotcopy.term.StorageGroupName;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/**
 * What the steps of one policy were decided on, and nothing else that was true then.
 *
 * @param policy the policy
 * @param declarationHash SHA-256 over policy and domain as declared, in hexadecimal digits; equal for equal
 *     declarations
 * @param database what it protects
 * @param running whether the database was running
 * @param lineage its life; empty when it was never started
 * @param archives those that the steps copy
 */
public record Basis(
        String policy,
        String declarationHash,
        DatabaseName database,
        boolean running,
        Optional<Lineage> lineage,
        List<Archive> archives) {

    public Basis {
        archives = List.copyOf(archives);
    }

    /**
     * What was decided on of one archive; the names are those of {@link ArchiveFacts}, and {@code newestElements} are
     * the newest published elements, of each type that it has.
     */
    public record Archive(
            ArchiveId id,
            ArchiveFacts.State state,
            SortedSet<StorageGroupName> serves,
            boolean journalHotCopy,
            Optional<String> journalSuspended,
            Optional<SetId> newestSet,
            SortedMap<HotCopyType, ElementId> newestElements,
            List<RunningCopy> running) {

        public Archive {
            newestElements = Collections.unmodifiableSortedMap(new TreeMap<>(newestElements));
        }
    }

    static Basis of(
            String policy, String declarationHash, DatabaseFacts facts, Collection<ArchiveId> copied, KnownSets known) {
        List<Archive> archives = facts.archives().stream()
                .filter(archive -> copied.contains(archive.id()))
                .map(archive -> archive(archive, known))
                .toList();
        return new Basis(policy, declarationHash, facts.database(), facts.running(), facts.lineage(), archives);
    }

    private static Archive archive(ArchiveFacts facts, KnownSets known) {
        SortedMap<HotCopyType, ElementId> newest = new TreeMap<>();
        known.newest(facts.id()).forEach((type, element) -> newest.put(type, element.id()));
        return new Archive(
                facts.id(),
                facts.state(),
                facts.serves(),
                facts.journalHotCopy(),
                facts.journalSuspended(),
                facts.newestSet(),
                newest,
                facts.running().stream().map(RunningCopy::untimed).toList());
    }
}
