package io.hotcopy.plan;

import io.hotcopy.backupset.SetFacts;
import io.hotcopy.driver.ArchiveFacts;
import io.hotcopy.driver.DatabaseFacts;
import io.hotcopy.model.Domain;
import io.hotcopy.plan.PlanContext.Chosen;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.HotCopyType;
import io.hotcopy.term.StorageGroupName;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Makes the steps of one backup group: members, directories, reason and estimate. Judges nothing: the rules do. */
final class StepMaker {
    private final PlanRequest request;
    private final Instant now;
    private final Chosen chosen;
    private final Domain domain;
    private final DatabaseFacts facts;
    private final Estimates estimates;

    StepMaker(
            PlanRequest request, Instant now, Chosen chosen, Domain domain, DatabaseFacts facts, Estimates estimates) {
        this.request = request;
        this.now = now;
        this.chosen = chosen;
        this.domain = domain;
        this.facts = facts;
        this.estimates = estimates;
    }

    /** The archives of the group that are declared and exist, in order of ids. */
    List<ArchiveFacts> archives() {
        return archives(chosen, domain, facts);
    }

    /** The archives of a group that are declared and exist, in order of ids. */
    static List<ArchiveFacts> archives(Chosen chosen, Domain domain, DatabaseFacts facts) {
        return chosen.group().archives().stream()
                .sorted()
                .filter(archive -> isDeclared(archive, chosen, domain))
                .flatMap(archive -> facts.archive(archive).stream())
                .toList();
    }

    private static boolean isDeclared(ArchiveId archive, Chosen chosen, Domain domain) {
        return domain.database(chosen.policy().protects().database())
                .flatMap(database -> database.storageManager(archive))
                .flatMap(manager -> domain.regionOf(manager.host()))
                .isPresent();
    }

    /** A full or simple hot copy, into directories of its own. */
    HotCopyStep fresh(HotCopyType type, String why, List<LineRun> serves) {
        ZonedDateTime at =
                request.occurrence().orElse(now).atZone(chosen.policy().timeZone());
        return step(
                type,
                why,
                serves,
                archives().stream()
                        .map(archive -> new HotCopyStep.Member(
                                archive.id(),
                                archive.host(),
                                archive.serves(),
                                chosen.policy().directory().root(),
                                chosen.policy().directoryOf(domain, chosen.group(), archive.id(), type, at),
                                Optional.empty(),
                                estimates.bytes(type, archive)))
                        .toList());
    }

    /** An incremental or journal hot copy, into these sets. */
    HotCopyStep appended(HotCopyType type, BaseSets base, String why, List<LineRun> serves) {
        return step(
                type,
                why + ", into " + base.name(),
                serves,
                archives().stream()
                        .map(archive -> appended(type, archive, base.sets().get(archive.id())))
                        .toList());
    }

    private HotCopyStep.Member appended(HotCopyType type, ArchiveFacts archive, SetFacts set) {
        return new HotCopyStep.Member(
                archive.id(),
                archive.host(),
                archive.serves(),
                set.location(),
                set.location(),
                Optional.of(set.id()),
                estimates.bytes(type, archive));
    }

    private HotCopyStep step(HotCopyType type, String why, List<LineRun> serves, List<HotCopyStep.Member> members) {
        return new HotCopyStep(
                chosen.policy().name(),
                chosen.group().name(),
                facts.database(),
                type,
                members,
                because(why, members, facts),
                estimates.time(
                        type,
                        members.stream().map(HotCopyStep.Member::estimatedBytes).toList(),
                        request.pace()),
                serves);
    }

    private static String because(String why, List<HotCopyStep.Member> members, DatabaseFacts facts) {
        SortedSet<StorageGroupName> groups = new TreeSet<>(facts.storageGroups());
        groups.remove(StorageGroupName.UNPARTITIONED);
        if (members.size() > 1 && !groups.isEmpty()) {
            return why + "; coordinated, so that the copies of " + Words.list(groups) + " agree on one commit";
        }
        return members.size() > 1 ? why + "; coordinated, since the archives are declared together" : why;
    }
}
