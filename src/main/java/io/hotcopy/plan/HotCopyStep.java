package io.hotcopy.plan;

import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.ByteSize;
import io.hotcopy.term.DatabaseName;
import io.hotcopy.term.HotCopyType;
import io.hotcopy.term.SetId;
import io.hotcopy.term.StorageGroupName;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * One hot copy of one backup group: coordinated when it has several members.
 *
 * @param policy the policy that declares it
 * @param backupGroup the backup group that is copied
 * @param database what is copied
 * @param type how it is copied
 * @param members one for each archive, at least one, in order of ids
 * @param because why it is done
 * @param estimatedTime how long it is expected to take; empty when unknown
 * @param serves the runs of the policy's lines that it is taken for; at least one
 */
public record HotCopyStep(
        String policy,
        String backupGroup,
        DatabaseName database,
        HotCopyType type,
        List<Member> members,
        String because,
        Optional<Duration> estimatedTime,
        List<LineRun> serves)
        implements PlanStep {

    public HotCopyStep {
        members = List.copyOf(members);
        serves = List.copyOf(serves);
    }

    /** One that is only asked for. */
    public HotCopyStep(
            String policy,
            String backupGroup,
            DatabaseName database,
            HotCopyType type,
            List<Member> members,
            String because,
            Optional<Duration> estimatedTime) {
        this(policy, backupGroup, database, type, members, because, estimatedTime, List.of(LineRun.asked(type)));
    }

    /**
     * One archive of the hot copy.
     *
     * @param archive its id
     * @param host where its storage manager runs
     * @param storageGroups what it serves, UNPARTITIONED among them
     * @param root the directory that must exist; those between it and {@code directory} are made
     * @param directory where its copy goes: for a full or simple one the directory that it makes, else that of the set
     * @param set the set that an incremental or journal hot copy writes into; empty for a full, which makes one, and
     *     for a simple one, which uses none
     * @param estimatedBytes what is expected to be copied; zero when unknown
     */
    public record Member(
            ArchiveId archive,
            String host,
            SortedSet<StorageGroupName> storageGroups,
            Path root,
            Path directory,
            Optional<SetId> set,
            ByteSize estimatedBytes) {

        public Member {
            storageGroups = Collections.unmodifiableSortedSet(new TreeSet<>(storageGroups));
        }
    }

    @Override
    public String id() {
        return policy + "/" + backupGroup + "/" + type.word();
    }

    /** Whether it copies this backup group of this policy. */
    public boolean isOf(String otherPolicy, String otherGroup) {
        return policy.equals(otherPolicy) && backupGroup.equals(otherGroup);
    }

    /** Whether several archives are copied to one common cut. */
    public boolean isCoordinated() {
        return members.size() > 1;
    }

    @Override
    public String title() {
        return (isCoordinated() ? "coordinated " : "") + type.word() + " hot copy of " + database + ", backup group "
                + backupGroup + " (" + archives() + ")";
    }

    @Override
    public List<String> needs() {
        return List.of(
                archives() + " RUNNING",
                members.get(0).set().isPresent() ? sets() : directories(),
                estimatedBytes().bytes() == 0 ? "enough free space" : estimatedBytes() + " free");
    }

    private String directories() {
        return (isCoordinated() ? "its directories" : "its directory") + " absent or empty, " + roots() + " present";
    }

    private String sets() {
        return (isCoordinated() ? "its sets " : "its set ")
                + Words.list(members.stream()
                        .flatMap(member -> member.set().stream())
                        .map(Words::id)
                        .toList())
                + " present";
    }

    private String roots() {
        return members.stream()
                .map(member -> member.root().toString())
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private String archives() {
        return Words.archives(members.stream().map(Member::archive).toList());
    }

    @Override
    public List<Path> writes() {
        return members.stream().map(Member::directory).toList();
    }

    /** The sum over the members; zero as soon as one of them is unknown. */
    @Override
    public ByteSize estimatedBytes() {
        boolean unknown =
                members.stream().anyMatch(member -> member.estimatedBytes().bytes() == 0);
        return unknown
                ? new ByteSize(0)
                : members.stream().map(Member::estimatedBytes).reduce(new ByteSize(0), ByteSize::plus);
    }
}
