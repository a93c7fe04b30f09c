package io.hotcopy.plan;

import io.hotcopy.backupset.ElementFacts;
import io.hotcopy.backupset.SetFacts;
import io.hotcopy.driver.ArchiveFacts;
import io.hotcopy.driver.DatabaseFacts;
import io.hotcopy.model.Domain;
import io.hotcopy.plan.PlanContext.Chosen;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.ByteSize;
import io.hotcopy.term.HotCopyType;
import io.hotcopy.term.StorageGroupName;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Makes the steps of one backup group: members, directories, reason and estimate. Judges nothing: the rules do. */
final class StepMaker {
    /** What one storage manager is taken to be copied with when nothing throttles it: a modest disk. */
    static final ByteSize ASSUMED_RATE = ByteSize.ofMegabytes(200);

    private final PlanRequest request;
    private final Instant now;
    private final Chosen chosen;
    private final Domain domain;
    private final DatabaseFacts facts;
    private final KnownSets known;

    StepMaker(PlanRequest request, Instant now, Chosen chosen, Domain domain, DatabaseFacts facts, KnownSets known) {
        this.request = request;
        this.now = now;
        this.chosen = chosen;
        this.domain = domain;
        this.facts = facts;
        this.known = known;
    }

    /** The archives of the group that are declared and exist, in order of ids. */
    List<ArchiveFacts> archives() {
        return chosen.group().archives().stream()
                .sorted()
                .filter(this::isDeclared)
                .flatMap(archive -> facts.archive(archive).stream())
                .toList();
    }

    private boolean isDeclared(ArchiveId archive) {
        return domain.database(chosen.policy().protects().database())
                .flatMap(database -> database.storageManager(archive))
                .flatMap(manager -> domain.regionOf(manager.host()))
                .isPresent();
    }

    /** A full or simple hot copy, into directories of its own. */
    HotCopyStep fresh(HotCopyType type, String why) {
        ZonedDateTime at = now.atZone(ZoneOffset.UTC);
        return step(
                type,
                why,
                archives().stream()
                        .map(archive -> new HotCopyStep.Member(
                                archive.id(),
                                archive.host(),
                                archive.serves(),
                                chosen.policy().directory().root(),
                                chosen.policy().directoryOf(domain, chosen.group(), archive.id(), type, at),
                                Optional.empty(),
                                archive.size()))
                        .toList());
    }

    /** An incremental or journal hot copy, into these sets. */
    HotCopyStep appended(HotCopyType type, BaseSets base, String why) {
        return step(
                type,
                why + ", into " + base.name(),
                archives().stream()
                        .map(archive -> appended(type, archive, base.sets().get(archive.id())))
                        .toList());
    }

    /** Expected is what the one before took. */
    private HotCopyStep.Member appended(HotCopyType type, ArchiveFacts archive, SetFacts set) {
        return new HotCopyStep.Member(
                archive.id(),
                archive.host(),
                archive.serves(),
                set.location(),
                set.location(),
                Optional.of(set.id()),
                known.newest(archive.id(), type).map(ElementFacts::size).orElse(new ByteSize(0)));
    }

    private HotCopyStep step(HotCopyType type, String why, List<HotCopyStep.Member> members) {
        return new HotCopyStep(
                chosen.policy().name(),
                chosen.group().name(),
                facts.database(),
                type,
                members,
                because(why, members, facts),
                estimate(members));
    }

    private static String because(String why, List<HotCopyStep.Member> members, DatabaseFacts facts) {
        SortedSet<StorageGroupName> groups = new TreeSet<>(facts.storageGroups());
        groups.remove(StorageGroupName.UNPARTITIONED);
        if (members.size() > 1 && !groups.isEmpty()) {
            return why + "; coordinated, so that the copies of " + Words.list(groups) + " agree on one commit";
        }
        return members.size() > 1 ? why + "; coordinated, since the archives are declared together" : why;
    }

    /** The members are copied at the same time, so the largest one decides. */
    private Optional<Duration> estimate(List<HotCopyStep.Member> members) {
        if (members.stream().anyMatch(member -> member.estimatedBytes().bytes() == 0)) {
            return Optional.empty();
        }
        long rate = request.pace()
                .maxRate()
                .filter(max -> max.compareTo(ASSUMED_RATE) < 0)
                .orElse(ASSUMED_RATE)
                .bytes();
        long largest = members.stream()
                .mapToLong(member -> member.estimatedBytes().bytes())
                .max()
                .orElseThrow();
        return Optional.of(Duration.ofSeconds((largest + rate - 1) / rate));
    }
}
