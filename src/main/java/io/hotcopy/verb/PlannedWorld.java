package io.hotcopy.verb;

import io.hotcopy.model.Domain;
import io.hotcopy.plan.PlannedCollection;
import io.hotcopy.plan.PlannedSets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/** What the verbs of a dry run would have made so far, so that later verbs can be asked of it. */
final class PlannedWorld {
    private final List<PlannedCollection> collections = new ArrayList<>();
    private final Set<Path> restored = new HashSet<>();
    private final Set<String> opened = new HashSet<>();
    private final PlannedSets sets;
    private Domain domain;

    PlannedWorld(RandomGenerator random) {
        sets = new PlannedSets(random);
    }

    /** The sets and elements that the backups of this dry run would have made. */
    PlannedSets sets() {
        return sets;
    }

    Optional<Domain> domain() {
        return Optional.ofNullable(domain);
    }

    void start(Domain started) {
        domain = started;
    }

    void stop() {
        domain = null;
    }

    void take(PlannedCollection collection) {
        collections.add(collection);
    }

    /** The collection that a SET word means: {@code latest}, or the id of one. */
    Optional<PlannedCollection> collection(String word) {
        if (collections.isEmpty()) {
            return Optional.empty();
        }
        return word.equals("latest") || word.equals("latest-full")
                ? Optional.of(collections.get(collections.size() - 1))
                : collections.stream()
                        .filter(collection -> collection.id().toString().equals(word))
                        .findFirst();
    }

    /** Whether every one of these words means a planned collection; not so without words. */
    boolean hasAll(List<String> words) {
        return !words.isEmpty()
                && words.stream().allMatch(word -> collection(word).isPresent());
    }

    boolean hasCollections() {
        return !collections.isEmpty();
    }

    void restore(Path directory) {
        restored.add(directory);
    }

    boolean isRestored(Path directory) {
        return restored.stream().anyMatch(directory::startsWith);
    }

    void open(String name) {
        opened.add(name);
    }

    boolean isOpened(String name) {
        return opened.contains(name);
    }
}
