package io.hotcopy.recovery;

import io.hotcopy.backupset.ElementFacts;
import io.hotcopy.backupset.ElementFacts.Member;
import io.hotcopy.backupset.SetFacts;
import io.hotcopy.recovery.BaseChoice.Choice;
import io.hotcopy.recovery.RestoreTarget.BeforeCommit;
import io.hotcopy.recovery.RestoreTarget.Latest;
import io.hotcopy.recovery.RestoreTarget.ToCommit;
import io.hotcopy.recovery.RestoreTarget.ToElement;
import io.hotcopy.term.CommitNumber;
import io.hotcopy.term.ElementId;
import io.hotcopy.term.Fingerprint;
import io.hotcopy.term.SetId;
import io.hotcopy.term.StorageGroupName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** One restore on its way from a target to a plan. Used once. */
final class Planning {

    private final List<SetFacts> sets;
    private final RestoreTarget target;
    private final boolean partly;
    private final List<CopyRun> runs;
    private final LineageTree lineages;
    private final Refusals refuse;
    private final Map<UUID, Life> lives = new HashMap<>();

    /** @param partly whether storage groups may be missing */
    Planning(List<SetFacts> sets, RestoreTarget target, boolean partly) {
        this.sets = sets;
        this.target = target;
        this.partly = partly;
        runs = RecoveryPlanner.runs(sets);
        lineages = new LineageTree(sets);
        refuse = new Refusals(sets, new Restorable(lineages, runs), target);
    }

    RestorePlan plan() {
        SortedMap<UUID, String> databases = databases();
        if (databases.size() > 1) {
            throw refuse.severalDatabases(databases.values());
        }
        if (fulls().isEmpty()) {
            throw refuse.nothing();
        }
        if (target instanceof Latest) {
            return latest();
        }
        if (target instanceof ToElement to) {
            return toElement(to.element());
        }
        return toCommit(lastCommit());
    }

    private CommitNumber lastCommit() {
        if (target instanceof BeforeCommit before) {
            return new CommitNumber(before.commit().value() - 1);
        }
        return ((ToCommit) target).commit();
    }

    /** In the life of which something was copied last: a database that was restored is not to fall back again. */
    private RestorePlan latest() {
        for (UUID lineage : newestFirst()) {
            Life life = life(lineage);
            Optional<CommitNumber> highest = (partly ? life.part() : life.whole()).last();
            if (highest.isPresent()) {
                CommitNumber commit = highest.orElseThrow();
                RestorePlan plan = choose(life, commit, life.bases())
                        .map(choice -> planOf(life, commit, choice, List.of()))
                        .orElseThrow();
                return passingOver(plan, unusable(run -> isNewer(run, plan)));
            }
        }
        List<CopyRun> usable = fulls().stream().filter(CopyRun::isUsable).toList();
        if (usable.isEmpty()) {
            throw refuse.unusable(RecoveryPlanner.newest(fulls()));
        }
        CopyRun newest = RecoveryPlanner.newest(usable);
        throw new Diagnosis(runs, lineages, refuse)
                .why(List.of(life(newest.lineage().id())), newest.cut());
    }

    private List<UUID> newestFirst() {
        Map<UUID, Instant> ends = new HashMap<>();
        runs.stream()
                .filter(run ->
                        run.isFull() ? run.isUsable() : run.contradiction().isEmpty())
                .forEach(run ->
                        ends.merge(run.lineage().id(), run.ended(), (one, other) -> one.isAfter(other) ? one : other));
        return ends.entrySet().stream()
                .sorted(Map.Entry.<UUID, Instant>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.<UUID, Instant>comparingByKey().reversed()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private boolean isNewer(CopyRun run, RestorePlan plan) {
        if (run.lineage().equals(plan.lineage())) {
            return !plan.target().isAfter(run.cut());
        }
        return run.ended().isAfter(lastEnd(plan));
    }

    private static Instant lastEnd(RestorePlan plan) {
        return plan.archives().stream()
                .flatMap(ArchivePlan::elements)
                .map(ElementFacts::ended)
                .max(Comparator.naturalOrder())
                .orElse(Instant.MIN);
    }

    /** A number may mean a commit in several lives: each in which it was really made is asked. */
    private RestorePlan toCommit(CommitNumber commit) {
        List<Life> homes = lineages.ids().stream()
                .map(lineage -> lineages.home(lineage, commit))
                .distinct()
                .sorted()
                .map(this::life)
                .toList();
        List<RestorePlan> plans = new ArrayList<>();
        for (Life life : homes) {
            choose(life, commit, life.bases()).ifPresent(choice -> plans.add(planOf(life, commit, choice, List.of())));
        }
        if (plans.isEmpty()) {
            throw new Diagnosis(runs, lineages, refuse).why(homes, commit);
        }
        if (plans.size() > 1) {
            throw refuse.severalLives(plans);
        }
        return passingOver(
                plans.get(0), unusable(run -> run.isFull() && run.targets().contains(commit)));
    }

    private Optional<Choice> choose(Life life, CommitNumber commit, List<CopyRun> bases) {
        BaseChoice choice = new BaseChoice(life, commit);
        SortedSet<StorageGroupName> had = life.served().at(commit);
        return partly ? choice.withMost(bases, had) : choice.withAll(bases, had);
    }

    private RestorePlan toElement(ElementId element) {
        List<CopyRun> named =
                runs.stream().filter(run -> run.id().equals(element)).toList();
        if (named.isEmpty()) {
            throw refuse.unreachable();
        }
        if (named.size() > 1) {
            throw refuse.contradiction("run " + element + " has parts with different cuts, lineages or members");
        }
        CopyRun chosen = named.get(0);
        chosen.contradiction().ifPresent(what -> {
            throw refuse.contradiction(what);
        });
        Life life = life(chosen.lineage().id());
        if (chosen.isFull()) {
            return planOf(life, chosen.cut(), new Choice(chosen, chosen.present(), 0), chosen.missing());
        }
        if (!chosen.isComplete()) {
            throw refuse.unusable(chosen);
        }
        return toCutOf(chosen, life);
    }

    /** By preference over the bases in the sets that hold the elements; of the groups, those of its members suffice. */
    private RestorePlan toCutOf(CopyRun chosen, Life life) {
        Set<SetId> places = setsOf(chosen);
        List<CopyRun> own = life.bases().stream()
                .filter(base -> setsOf(base).equals(places))
                .toList();
        BaseChoice choice = new BaseChoice(life, chosen.cut());
        return choice.withAll(own, chosen.storageGroups())
                .or(() -> choice.withAll(life.bases(), chosen.storageGroups()))
                .map(found -> planOf(life, chosen.cut(), found, List.of()))
                .orElseThrow(() -> new Diagnosis(runs, lineages, refuse).why(List.of(life), chosen.cut()));
    }

    private static Set<SetId> setsOf(CopyRun run) {
        return run.members().stream().map(Member::set).collect(Collectors.toSet());
    }

    private RestorePlan planOf(Life life, CommitNumber commit, Choice choice, List<Member> missing) {
        SetFacts any = choice.archives().get(0).set();
        SortedSet<StorageGroupName> missingGroups = new TreeSet<>(life.served().at(commit));
        missingGroups.removeAll(choice.base().storageGroups());
        SortedMap<StorageGroupName, Fingerprint> recorded = new TreeMap<>(life.contentAt(commit));
        recorded.keySet().retainAll(choice.base().storageGroups());
        return new RestorePlan(
                any.database(),
                any.kind(),
                life.lineageFor(choice.archives(), commit),
                commit,
                choice.base().id(),
                choice.archives(),
                missing,
                missingGroups,
                recorded,
                List.of());
    }

    private static RestorePlan passingOver(RestorePlan plan, List<CopyRun> passedOver) {
        return new RestorePlan(
                plan.database(),
                plan.kind(),
                plan.lineage(),
                plan.target(),
                plan.run(),
                plan.archives(),
                plan.missing(),
                plan.missingGroups(),
                plan.recorded(),
                passedOver);
    }

    private List<CopyRun> unusable(Predicate<CopyRun> better) {
        return runs.stream().filter(run -> !run.isUsable()).filter(better).toList();
    }

    private List<CopyRun> fulls() {
        return runs.stream().filter(CopyRun::isFull).toList();
    }

    private Life life(UUID lineage) {
        return lives.computeIfAbsent(lineage, id -> Life.of(id, lineages, runs));
    }

    private SortedMap<UUID, String> databases() {
        return sets.stream()
                .collect(Collectors.toMap(
                        SetFacts::databaseUuid,
                        set -> "\"" + set.database() + "\"",
                        (one, other) -> one,
                        TreeMap::new));
    }
}
