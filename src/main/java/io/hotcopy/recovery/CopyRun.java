package io.hotcopy.recovery;

import io.hotcopy.backupset.ElementFacts;
import io.hotcopy.backupset.ElementFacts.Member;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.CommitNumber;
import io.hotcopy.term.ElementId;
import io.hotcopy.term.HotCopyType;
import io.hotcopy.term.Lineage;
import io.hotcopy.term.StorageGroupName;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * One hot copy as its elements tell it: all members at one cut. Complete if and only if every member's element with
 * this run and this cut is there (protocol §4).
 *
 * @param id the run
 * @param type full, incremental or journal
 * @param lineage the life of the database it copied
 * @param cut the commit at which all members are consistent
 * @param members every archive of the run
 * @param present the members whose elements are there, in order of their archives; the element is the plan's base, of
 *     whichever type
 * @param missing the members whose elements are not
 * @param contradiction why its parts cannot belong together, in words; empty when they can
 */
public record CopyRun(
        ElementId id,
        HotCopyType type,
        Lineage lineage,
        CommitNumber cut,
        List<Member> members,
        List<ArchivePlan> present,
        List<Member> missing,
        Optional<String> contradiction) {

    public CopyRun {
        members = List.copyOf(members);
        present = List.copyOf(present);
        missing = List.copyOf(missing);
    }

    public boolean isComplete() {
        return missing.isEmpty();
    }

    /** Whether a restore may use it without being told to. */
    public boolean isUsable() {
        return isComplete() && contradiction.isEmpty();
    }

    public boolean isFull() {
        return type == HotCopyType.FULL;
    }

    /** Of a full every commit that all members present can give by themselves: from the latest pin point to the cut. */
    public TargetRange targets() {
        CommitNumber earliest = present.stream()
                .map(archive -> archive.base().pinPoint())
                .max(Comparator.naturalOrder())
                .orElse(cut);
        return new TargetRange(earliest, cut);
    }

    /** The storage groups of the members present. */
    public SortedSet<StorageGroupName> storageGroups() {
        return present.stream()
                .flatMap(archive -> archive.base().covers().keySet().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Whether its members, present or missing, serve all these groups. */
    boolean wasToHold(Set<StorageGroupName> groups) {
        return members.stream()
                .flatMap(member -> member.storageGroups().stream())
                .collect(Collectors.toSet())
                .containsAll(groups);
    }

    /** When its last byte was written. */
    public Instant ended() {
        return present.stream()
                .map(ArchivePlan::base)
                .map(ElementFacts::ended)
                .max(Comparator.naturalOrder())
                .orElse(Instant.MIN);
    }

    /** The archives present, for people: {@code "archives 0, 1"}. */
    String archives() {
        return ArchiveWords.list(present.stream().map(ArchivePlan::archive).toList());
    }

    /** The archives missing, for people. */
    String missingArchives() {
        List<ArchiveId> archives = missing.stream().map(Member::archive).toList();
        return ArchiveWords.list(archives);
    }
}
