package io.hotcopy.verb;

import io.hotcopy.backupset.ElementFacts;
import io.hotcopy.backupset.SetFacts;
import io.hotcopy.driver.ArchiveFacts;
import io.hotcopy.driver.DatabaseFacts;
import io.hotcopy.plan.BackupPlan;
import io.hotcopy.plan.HotCopyStep;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.ByteSize;
import io.hotcopy.term.CommitNumber;
import io.hotcopy.term.DatabaseName;
import io.hotcopy.term.ElementId;
import io.hotcopy.term.HotCopyType;
import io.hotcopy.term.Lineage;
import io.hotcopy.term.SetId;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** The sets and elements that a dry run would have made so far, laid over what there is. */
final class PlannedSets {

    /** An archive of a database. */
    private record Owner(DatabaseName database, ArchiveId archive) {}

    private final RandomGenerator random;
    /** Planned sets, and those that would have planned elements, as they would be. */
    private final Map<SetId, SetFacts> changed = new LinkedHashMap<>();

    private final Map<Owner, SetId> newest = new LinkedHashMap<>();
    private final Set<Owner> resumed = new HashSet<>();

    PlannedSets(RandomGenerator random) {
        this.random = random;
    }

    /** The sets of a database as they would be. */
    List<SetFacts> over(DatabaseName database, List<SetFacts> found) {
        Map<SetId, SetFacts> all = new LinkedHashMap<>();
        Stream.concat(found.stream(), changed.values().stream())
                .filter(set -> set.database().equals(database))
                .forEach(set -> all.put(set.id(), set));
        return List.copyOf(all.values());
    }

    /** The facts of a database as they would be. */
    DatabaseFacts over(DatabaseFacts facts) {
        List<SetFacts> own = over(facts.database(), List.of());
        if (own.isEmpty()) {
            return facts;
        }
        SetFacts any = own.get(0);
        return new DatabaseFacts(
                facts.database(),
                facts.running(),
                facts.databaseUuid().or(() -> Optional.of(any.databaseUuid())),
                facts.lineage().or(() -> Optional.of(any.lineage())),
                facts.stable(),
                facts.storageGroups(),
                facts.archives().stream()
                        .map(archive -> over(new Owner(facts.database(), archive.id()), archive))
                        .toList());
    }

    private ArchiveFacts over(Owner owner, ArchiveFacts facts) {
        return new ArchiveFacts(
                facts.id(),
                facts.host(),
                facts.region(),
                facts.state(),
                facts.serves(),
                facts.journalHotCopy(),
                facts.journalSuspended().filter(cause -> !resumed.contains(owner)),
                facts.baseLost().filter(cause -> !newest.containsKey(owner)),
                facts.size(),
                Optional.ofNullable(newest.get(owner)).or(facts::newestSet),
                facts.running());
    }

    /**
     * Notes what a step would make.
     *
     * @param facts of the step's database, as they would be before
     * @param known the database's sets, as they would be before
     */
    PlannedCollection take(HotCopyStep step, DatabaseFacts facts, List<SetFacts> known, Instant now) {
        PlannedRun run = new PlannedRun(new ElementId(id()), step, now, parts(step, facts, known), after(known));
        SortedMap<ArchiveId, Path> places = new TreeMap<>();
        ByteSize size = new ByteSize(0);
        for (SetFacts set : run.sets()) {
            places.put(set.archive(), set.location());
            size = set.elements().stream().map(ElementFacts::size).reduce(size, ByteSize::plus);
            note(step.type(), set);
        }
        return new PlannedCollection(run.id(), step.database(), places, size);
    }

    /** One commit after all that is there, so that it is the newest. */
    private static CommitNumber after(List<SetFacts> known) {
        return known.stream()
                .flatMap(set -> set.elements().stream())
                .map(ElementFacts::cut)
                .max(Comparator.naturalOrder())
                .orElse(CommitNumber.ZERO)
                .next();
    }

    /** The plan without those steps that write into sets which are only planned: there is nothing to look at. */
    BackupPlan onDisk(BackupPlan plan) {
        return plan.with(plan.steps().stream()
                .filter(step -> ((HotCopyStep) step)
                        .members().stream()
                                .flatMap(member -> member.set().stream())
                                .noneMatch(newest::containsValue))
                .toList());
    }

    private void note(HotCopyType type, SetFacts set) {
        Owner owner = new Owner(set.database(), set.archive());
        changed.put(set.id(), set);
        if (type == HotCopyType.FULL) {
            newest.put(owner, set.id());
        }
        if (type != HotCopyType.JOURNAL) {
            resumed.add(owner);
        }
    }

    /** The set of each member, before its element is in it. */
    private List<SetFacts> parts(HotCopyStep step, DatabaseFacts facts, List<SetFacts> known) {
        Lineage lineage = facts.lineage().orElseGet(() -> Lineage.created(id()));
        UUID database = facts.databaseUuid().orElseGet(this::id);
        return step.members().stream()
                .map(member -> member.set()
                        .map(id -> known.stream()
                                .filter(set -> set.id().equals(id))
                                .findFirst()
                                .orElseThrow())
                        .orElseGet(() -> set(step, member, lineage, database)))
                .toList();
    }

    private SetFacts set(HotCopyStep step, HotCopyStep.Member member, Lineage lineage, UUID database) {
        return new SetFacts(
                member.directory(),
                "planned",
                new SetId(id()),
                lineage,
                step.database(),
                database,
                member.archive(),
                id(),
                member.storageGroups(),
                new ElementId(id()),
                Instant.EPOCH,
                List.of());
    }

    private UUID id() {
        return new UUID(random.nextLong(), random.nextLong());
    }
}
