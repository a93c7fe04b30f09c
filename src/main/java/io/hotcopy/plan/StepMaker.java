package io.hotcopy.plan;

import io.hotcopy.driver.ArchiveFacts;
import io.hotcopy.driver.DatabaseFacts;
import io.hotcopy.model.Domain;
import io.hotcopy.plan.PlanContext.Chosen;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.ByteSize;
import io.hotcopy.term.StorageGroupName;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Decides one step: members, directories, reason and estimate. Judges nothing: the rules do. */
final class StepMaker {
    /** What one storage manager is taken to be copied with when nothing throttles it: a modest disk. */
    private static final ByteSize ASSUMED_RATE = ByteSize.ofMegabytes(200);

    private final PlanRequest request;
    private final Instant now;

    StepMaker(PlanRequest request, Instant now) {
        this.request = request;
        this.now = now;
    }

    /** The step of one backup group; empty when none of its archives exists. */
    Optional<PlanStep> step(Chosen chosen, Domain domain, DatabaseFacts facts) {
        List<HotCopyStep.Member> members = chosen.group().archives().stream()
                .sorted()
                .filter(archive -> isDeclared(chosen, domain, archive))
                .flatMap(archive -> facts.archive(archive).stream())
                .map(archive -> member(chosen, domain, archive))
                .toList();
        if (members.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new HotCopyStep(
                chosen.policy().name(),
                chosen.group().name(),
                facts.database(),
                request.type(),
                members,
                because(members, facts),
                estimate(members)));
    }

    private static boolean isDeclared(Chosen chosen, Domain domain, ArchiveId archive) {
        return domain.database(chosen.policy().protects().database())
                .flatMap(database -> database.storageManager(archive))
                .flatMap(manager -> domain.regionOf(manager.host()))
                .isPresent();
    }

    private HotCopyStep.Member member(Chosen chosen, Domain domain, ArchiveFacts archive) {
        ZonedDateTime at = now.atZone(ZoneOffset.UTC);
        return new HotCopyStep.Member(
                archive.id(),
                archive.host(),
                archive.serves(),
                chosen.policy().directory().root(),
                chosen.policy().directoryOf(domain, chosen.group(), archive.id(), request.type(), at),
                Optional.empty(),
                archive.size());
    }

    private static String because(List<HotCopyStep.Member> members, DatabaseFacts facts) {
        SortedSet<StorageGroupName> groups = new TreeSet<>(facts.storageGroups());
        groups.remove(StorageGroupName.UNPARTITIONED);
        if (members.size() > 1 && !groups.isEmpty()) {
            return "asked for; coordinated, so that the copies of " + Words.list(groups) + " agree on one commit";
        }
        return members.size() > 1 ? "asked for; coordinated, since the archives are declared together" : "asked for";
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
