package io.hotcopy.plan;

import io.hotcopy.driver.ArchiveFacts;
import io.hotcopy.driver.DatabaseFacts;
import io.hotcopy.driver.RunningCopy;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.DatabaseName;
import io.hotcopy.term.Lineage;
import io.hotcopy.term.SetId;
import io.hotcopy.term.StorageGroupName;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

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

    /** What was decided on of one archive; the names are those of {@link ArchiveFacts}. */
    public record Archive(
            ArchiveId id,
            ArchiveFacts.State state,
            SortedSet<StorageGroupName> serves,
            boolean journalHotCopy,
            Optional<SetId> newestSet,
            List<RunningCopy> running) {}

    static Basis of(String policy, String declarationHash, DatabaseFacts facts, Collection<ArchiveId> copied) {
        List<Archive> archives = facts.archives().stream()
                .filter(archive -> copied.contains(archive.id()))
                .map(Basis::archive)
                .toList();
        return new Basis(policy, declarationHash, facts.database(), facts.running(), facts.lineage(), archives);
    }

    private static Archive archive(ArchiveFacts facts) {
        return new Archive(
                facts.id(), facts.state(), facts.serves(), facts.journalHotCopy(), facts.newestSet(), facts.running());
    }
}
