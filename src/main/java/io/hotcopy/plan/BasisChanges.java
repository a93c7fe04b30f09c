package io.hotcopy.plan;

import io.hotcopy.driver.ArchiveFacts.State;
import io.hotcopy.driver.RunningCopy;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.ElementId;
import io.hotcopy.term.HotCopyType;
import io.hotcopy.term.SetId;
import io.hotcopy.term.StorageGroupName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What has changed of that which a plan was decided on: everything, in words. Nothing else is compared. What nobody
 * knew while the domain did not run, and is now as a copy needs it, is no change.
 */
final class BasisChanges {
    private final String policy;
    private final List<String> changes = new ArrayList<>();

    private BasisChanges(String policy) {
        this.policy = policy;
    }

    /**
     * Compares what a plan was decided on with what is so now.
     *
     * @return a sentence for each change, in the order of the policies and archives
     */
    static List<String> between(List<Basis> then, List<Basis> now) {
        Map<String, Basis> byPolicy = now.stream().collect(Collectors.toMap(Basis::policy, Function.identity()));
        List<String> changes = new ArrayList<>();
        then.forEach(basis -> changes.addAll(new BasisChanges(basis.policy()).of(basis, byPolicy.get(basis.policy()))));
        return changes;
    }

    private List<String> of(Basis then, Basis now) {
        if (now == null) {
            changes.add("policy \"" + policy + "\" is not declared any more");
            return changes;
        }
        if (!then.declarationHash().equals(now.declarationHash())) {
            changes.add("policy \"" + policy + "\", or the domain of its database, is declared otherwise");
        }
        if (then.lineage().isPresent() && !then.lineage().equals(now.lineage())) {
            changes.add("database \"" + then.database() + "\" has begun another life");
        }
        if (then.running() && !now.running()) {
            changes.add("database \"" + then.database() + "\" was running, and is not");
        }
        then.archives().forEach(archive -> of(archive, find(archive.id(), now)));
        return changes;
    }

    private static Optional<Basis.Archive> find(ArchiveId id, Basis basis) {
        return basis.archives().stream()
                .filter(archive -> archive.id().equals(id))
                .findFirst();
    }

    private void of(Basis.Archive then, Optional<Basis.Archive> found) {
        String name = "archive " + then.id();
        if (found.isEmpty()) {
            changes.add(name + " is not there any more");
            return;
        }
        Basis.Archive now = found.get();
        if (then.state() != now.state() && !becameKnown(then.state(), now.state())) {
            changes.add(name + " was " + then.state() + ", and is " + now.state());
        }
        served(name, then.serves(), now.serves());
        if (then.journalHotCopy() != now.journalHotCopy()) {
            changes.add("journal hot copy is now " + (now.journalHotCopy() ? "" : "not ") + "enabled on " + name);
        }
        suspended(name, then.journalSuspended(), now.journalSuspended());
        newestSet(name, then.newestSet(), now.newestSet());
        newestElements(name, then, now);
        running(name, then.running(), now.running());
    }

    /** Nobody knew it when nothing ran; the copies cannot be begun but when it is RUNNING. */
    private static boolean becameKnown(State then, State now) {
        return then == State.UNKNOWN && now == State.RUNNING;
    }

    private void served(String name, SortedSet<StorageGroupName> then, SortedSet<StorageGroupName> now) {
        SortedSet<StorageGroupName> more = new TreeSet<>(now);
        more.removeAll(then);
        SortedSet<StorageGroupName> less = new TreeSet<>(then);
        less.removeAll(now);
        if (!more.isEmpty()) {
            changes.add(name + " serves " + Words.list(more) + " too");
        }
        if (!less.isEmpty()) {
            changes.add(name + " does not serve " + Words.list(less) + " any more");
        }
    }

    private void suspended(String name, Optional<String> then, Optional<String> now) {
        if (then.isEmpty() && now.isPresent()) {
            changes.add("journal hot copies have been suspended on " + name + ": " + now.get());
        } else if (then.isPresent() && now.isEmpty()) {
            changes.add("journal hot copies are not suspended on " + name + " any more");
        } else if (!then.equals(now)) {
            changes.add("journal hot copies are suspended on " + name + " for another cause: " + now.orElseThrow());
        }
    }

    private void newestSet(String name, Optional<SetId> then, Optional<SetId> now) {
        if (!then.equals(now)) {
            changes.add(
                    name + now.map(set -> " has a newer set, " + Words.id(set)).orElse(" has no set any more"));
        }
    }

    private void newestElements(String name, Basis.Archive then, Basis.Archive now) {
        for (HotCopyType type : HotCopyType.values()) {
            ElementId before = then.newestElements().get(type);
            ElementId after = now.newestElements().get(type);
            if (!Objects.equals(before, after)) {
                changes.add(name
                        + (after == null
                                ? " has lost its newest " + type.word() + ", " + Words.id(before)
                                : " has another newest " + type.word() + ", " + Words.id(after)));
            }
        }
    }

    private void running(String name, List<RunningCopy> then, List<RunningCopy> now) {
        now.stream()
                .filter(copy -> !then.contains(copy))
                .forEach(copy -> changes.add(
                        "the " + copy.type().word() + " hot copy " + Words.id(copy.run()) + " is running on " + name));
        then.stream()
                .filter(copy -> !now.contains(copy))
                .forEach(copy -> changes.add("the " + copy.type().word() + " hot copy " + Words.id(copy.run())
                        + " is not running on " + name + " any more"));
    }
}
