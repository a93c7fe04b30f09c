package io.hotcopy.plan;

import io.hotcopy.driver.ArchiveFacts;
import io.hotcopy.driver.DatabaseFacts;
import io.hotcopy.model.BackupGroup;
import io.hotcopy.model.OnArchiveDown;
import io.hotcopy.plan.DueRuns.Wanted;
import io.hotcopy.plan.PlanContext.Chosen;
import io.hotcopy.plan.WantedOfGroup.Found;
import io.hotcopy.term.HotCopyType;
import io.hotcopy.term.StorageGroupName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Which runs are wanted of each backup group, after those of groups that are down have gone where the policy says. */
final class WantedRuns {
    private final Map<Chosen, List<Wanted>> wanted = new LinkedHashMap<>();
    private final List<LeftOut> leftOut = new ArrayList<>();

    private final Function<Chosen, InHand> inHand;

    private WantedRuns(Function<Chosen, InHand> inHand) {
        this.inHand = inHand;
    }

    /**
     * @param ofGroup what is asked for or due of a backup group
     * @param facts of each database
     * @param inHand what runs on a backup group
     */
    static WantedRuns of(
            List<Chosen> chosen,
            Function<Chosen, Found> ofGroup,
            Function<Chosen, DatabaseFacts> facts,
            Function<Chosen, LineHistory> histories,
            Function<Chosen, InHand> inHand) {
        WantedRuns runs = new WantedRuns(inHand);
        for (Chosen group : chosen) {
            Found found = ofGroup.apply(group);
            List<Wanted> open = runs.withoutDone(group, found.wanted(), histories.apply(group));
            runs.wanted.put(group, new ArrayList<>(open));
            found.inHand().forEach((copy, some) -> runs.leaveInHand(group, some, Optional.empty(), copy, ""));
        }
        chosen.forEach(group -> runs.react(group, facts.apply(group)));
        return runs;
    }

    /** Backup groups with what is wanted of each, perhaps nothing; some may not have been chosen. */
    Map<Chosen, List<Wanted>> byGroup() {
        return wanted;
    }

    List<LeftOut> leftOut() {
        return leftOut;
    }

    private List<Wanted> withoutDone(Chosen chosen, List<Wanted> all, LineHistory history) {
        Map<Boolean, List<Wanted>> byDone =
                all.stream().collect(Collectors.partitioningBy(run -> history.isDone(run.run())));
        leave(chosen, byDone.get(true), Optional.empty(), "already done", true);
        return byDone.get(false);
    }

    private void react(Chosen chosen, DatabaseFacts facts) {
        String down = down(chosen.group(), facts);
        OnArchiveDown reaction = chosen.policy().reactions().onArchiveDown();
        if (down.isEmpty() || wanted.get(chosen).isEmpty() || reaction instanceof OnArchiveDown.Fail) {
            return;
        }
        Optional<Chosen> other = new Decider(chosen.policy())
                .standIn(chosen.group(), group -> !down(group, facts).isEmpty(), group -> served(group, facts))
                .map(group -> new Chosen(chosen.policy(), group));
        if (reaction instanceof OnArchiveDown.Skip) {
            leave(
                    chosen,
                    wanted.put(chosen, List.of()),
                    Optional.empty(),
                    down + "; onArchiveDown skip leaves it out",
                    false);
        } else if (other.isPresent()) {
            String why = down + ", so backup group \"" + other.get().group().name() + "\" runs instead of \""
                    + chosen.group().name() + "\"";
            move(chosen, other.get(), why);
        }
    }

    /** What the other group is taking just now is not taken once more. */
    private void move(Chosen from, Chosen other, String why) {
        List<Wanted> moved = new ArrayList<>();
        for (Wanted run : wanted.put(from, List.of())) {
            inHand.apply(other)
                    .instead(run.run())
                    .ifPresentOrElse(
                            copy -> leaveInHand(from, List.of(run), Optional.of(other), copy, why + ", and "),
                            () -> moved.add(run));
        }
        moved.forEach(run -> add(other, new Wanted(run.run(), run.why() + "; " + why)));
        leave(from, moved, Optional.of(other), why, false);
    }

    private void leaveInHand(
            Chosen chosen, List<Wanted> runs, Optional<Chosen> instead, InHand.Copy copy, String before) {
        String since = copy.began()
                .map(at -> " since " + DueRuns.shown(at, chosen.policy().timeZone()))
                .orElse("");
        String why =
                before + "it is in hand: the " + copy.type().word() + " hot copy that serves it is running" + since;
        leave(chosen, runs, instead, why, true);
    }

    /** What the other group takes for itself serves this one as well. */
    private void add(Chosen other, Wanted run) {
        List<Wanted> own = new ArrayList<>(wanted.getOrDefault(other, List.of()));
        boolean hasOne =
                own.stream().anyMatch(has -> has.run().line() == run.run().line());
        if (!hasOne) {
            own.add(run);
            own.sort(Comparator.comparing(each -> each.run().line()));
        }
        wanted.put(other, own);
    }

    private static Set<StorageGroupName> served(BackupGroup group, DatabaseFacts facts) {
        return group.archives().stream()
                .flatMap(archive -> facts.archive(archive).stream())
                .flatMap(archive -> archive.serves().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Which archives of the group are not RUNNING although the database is; blank when all are. */
    private static String down(BackupGroup group, DatabaseFacts facts) {
        return group.archives().stream()
                .flatMap(archive -> facts.archive(archive).stream())
                .filter(archive -> facts.running() && archive.state() != ArchiveFacts.State.RUNNING)
                .map(archive -> "archive " + archive.id() + " on " + archive.host() + " is " + archive.state())
                .collect(Collectors.joining(", "));
    }

    private void leave(Chosen chosen, List<Wanted> runs, Optional<Chosen> instead, String why, boolean done) {
        Optional<HotCopyType> type = runs.stream().map(run -> run.run().line()).findFirst();
        type.ifPresent(first -> leftOut.add(new LeftOut(
                chosen.policy().name(),
                chosen.group().name(),
                chosen.policy().protects(),
                first,
                runs.stream().map(Wanted::run).toList(),
                instead.map(other -> other.group().name()),
                why,
                done)));
    }
}
