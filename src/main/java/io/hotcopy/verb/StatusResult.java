package io.hotcopy.verb;

import io.hotcopy.catalog.CatalogCollection;
import io.hotcopy.driver.DatabaseFacts;
import io.hotcopy.engine.HotCopyStatus;
import io.hotcopy.plan.LineStatus;
import io.hotcopy.term.CommitNumber;
import io.hotcopy.term.HotCopyType;
import io.hotcopy.term.StorageGroupName;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * Whether one is protected, and since when.
 *
 * @param policies one entry for each loaded policy
 * @param databases what is true of each declared database
 * @param outages what does not serve of the domain that runs here, and why
 * @param domain the domain that runs here; empty when none does
 * @param hotCopies those that run in that domain, and the latest that have; the newest first
 * @param workload what the workload does
 * @param asked when this was found
 */
public record StatusResult(
        List<PolicyStatus> policies,
        List<DatabaseFacts> databases,
        List<Outage> outages,
        Optional<String> domain,
        List<HotCopyStatus> hotCopies,
        WorkloadResult workload,
        Instant asked)
        implements VerbResult {

    /**
     * What one policy has achieved.
     *
     * @param policy its name
     * @param groups one entry for each of its backup groups
     * @param newest the newest state that can be restored; empty when there is none
     * @param halfMade collections that are not complete
     * @param halfPublished what is wrong with later hot copies into complete ones, in words
     * @param zone its time zone
     * @param storageGroups how new a state each storage group can be restored to
     * @param tooOld those that are older than the policy promises
     * @param rpo what it promises; empty when nothing
     * @param lines how each of its lines stands for each backup group
     */
    public record PolicyStatus(
            String policy,
            List<GroupStatus> groups,
            Optional<Newest> newest,
            List<CatalogCollection> halfMade,
            List<String> halfPublished,
            ZoneId zone,
            Protection storageGroups,
            List<Protection.OfGroup> tooOld,
            Optional<Duration> rpo,
            List<LineStatus> lines) {

        /** Whether a state can be restored, and one of every storage group. */
        public boolean isProtected() {
            return newest.isPresent() && bare().isEmpty();
        }

        /** The storage groups of which nothing can be restored. */
        public List<StorageGroupName> bare() {
            return storageGroups.groups().stream()
                    .filter(group -> group.newest().isEmpty())
                    .map(Protection.OfGroup::group)
                    .toList();
        }
    }

    /** What one backup group has; empty when nothing can be restored from its sets alone. */
    public record GroupStatus(String group, Optional<Newest> newest) {}

    /**
     * A state that can be restored.
     *
     * @param collection the collection's id
     * @param commit its cut
     * @param at a clock reading: everything committed before it is in
     * @param by the type of the hot copy that reaches it
     */
    public record Newest(String collection, CommitNumber commit, Instant at, HotCopyType by) {}
}
