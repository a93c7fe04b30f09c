package io.hotcopy.plan;

import io.hotcopy.backupset.ElementFacts;
import io.hotcopy.backupset.SetFacts;
import io.hotcopy.driver.ArchiveFacts;
import io.hotcopy.driver.DatabaseFacts;
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
import java.util.Collection;
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

/**
 * The sets and elements that plans would have made so far, laid over what there is, so that a later plan can be made on
 * them: for dry runs, and for specifications of policies. Used by one thread at a time.
 */
public final class PlannedSets {

    /** An archive of a database. */
    private record Owner(DatabaseName database, ArchiveId archive) {}

    private final RandomGenerator random;
    /** Planned sets, and those that would have planned elements, as they would be. */
    private final Map<SetId, SetFacts> changed = new LinkedHashMap<>();

    private final Map<Owner, SetId> newest = new LinkedHashMap<>();
    private final Set<Owner> resumed = new HashSet<>();

    /** @param random for the identities of what is only planned */
    public PlannedSets(RandomGenerator random) {
        this.random = random;
    }

    /** The sets of a database as they would be. */
    public List<SetFacts> over(DatabaseName database, List<SetFacts> found) {
        Map<SetId, SetFacts> all = new LinkedHashMap<>();
        Stream.concat(found.stream(), changed.values().stream())
                .filter(set -> set.database().equals(database))
                .forEach(set -> all.put(set.id(), set));
        return List.copyOf(all.values());
    }

    /** The facts of a database as they would be. */
    public DatabaseFacts over(DatabaseFacts facts) {
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
     * Takes a step at once: notes what it would make.
     *
     * @param facts of the step's database, as they would be before
     * @param known the database's sets, as they would be before
     */
    public PlannedCollection take(HotCopyStep step, DatabaseFacts facts, List<SetFacts> known, Instant now) {
        return publish(begin(step, facts, known, now), now);
    }

    /**
     * Begins a step, which is no simple hot copy: the sets of a full are there from now on, without an element.
     *
     * @param facts of the step's database, as they would be before
     * @param known the database's sets, as they would be before
     */
    public PlannedRun begin(HotCopyStep step, DatabaseFacts facts, List<SetFacts> known, Instant now) {
        ElementId id = new ElementId(id());
        PlannedRun run = new PlannedRun(id, step, now, parts(step, facts, known, id, now), after(known));
        if (step.type() == HotCopyType.FULL) {
            run.parts().forEach(this::initialise);
        }
        return run;
    }

    private void initialise(SetFacts set) {
        changed.put(set.id(), set);
        newest.put(new Owner(set.database(), set.archive()), set.id());
    }

    /** Ends a run that was begun here: its elements are there from now on. */
    public PlannedCollection publish(PlannedRun run, Instant ended) {
        CommitNumber cut = CommitNumber.max(run.cut(), after(changed.values()));
        SortedMap<ArchiveId, Path> places = new TreeMap<>();
        ByteSize size = new ByteSize(0);
        for (int member = 0; member < run.parts().size(); member++) {
            SetFacts begun = run.parts().get(member);
            SetFacts set = run.published(member, changed.getOrDefault(begun.id(), begun), cut, ended);
            places.put(set.archive(), set.location());
            size = set.elements().stream().map(ElementFacts::size).reduce(size, ByteSize::plus);
            changed.put(set.id(), set);
            if (run.step().type() != HotCopyType.JOURNAL) {
                resumed.add(new Owner(set.database(), set.archive()));
            }
        }
        return new PlannedCollection(run.id(), run.step().database(), places, size);
    }

    /** Lets the journal hot copies of an archive be suspended again, as its facts say, whatever was taken before. */
    public void suspend(DatabaseName database, ArchiveId archive) {
        resumed.remove(new Owner(database, archive));
    }

    /** One commit after all that is there, so that it is the newest. */
    private static CommitNumber after(Collection<SetFacts> known) {
        return known.stream()
                .flatMap(set -> set.elements().stream())
                .map(ElementFacts::cut)
                .max(Comparator.naturalOrder())
                .orElse(CommitNumber.ZERO)
                .next();
    }

    /** The plan without those steps that write into sets which are only planned: there is nothing to look at. */
    public BackupPlan onDisk(BackupPlan plan) {
        return plan.with(plan.steps().stream()
                .filter(step -> ((HotCopyStep) step)
                        .members().stream()
                                .flatMap(member -> member.set().stream())
                                .noneMatch(newest::containsValue))
                .toList());
    }

    /** The set of each member, before its element is in it. */
    private List<SetFacts> parts(
            HotCopyStep step, DatabaseFacts facts, List<SetFacts> known, ElementId run, Instant now) {
        Lineage lineage = facts.lineage().orElseGet(() -> Lineage.created(id()));
        UUID database = facts.databaseUuid().orElseGet(this::id);
        return step.members().stream()
                .map(member -> member.set()
                        .map(id -> known.stream()
                                .filter(set -> set.id().equals(id))
                                .findFirst()
                                .orElseThrow())
                        .orElseGet(() -> new SetFacts(
                                member.directory(),
                                "planned",
                                new SetId(id()),
                                lineage,
                                step.database(),
                                database,
                                member.archive(),
                                id(),
                                member.storageGroups(),
                                run,
                                now,
                                List.of())))
                .toList();
    }

    private UUID id() {
        return new UUID(random.nextLong(), random.nextLong());
    }
}
