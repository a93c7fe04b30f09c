package io.hotcopy.engine;

import io.hotcopy.plan.HotCopyStep;
import io.hotcopy.problem.Problem;
import io.hotcopy.term.ByteSize;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Adds up what all copies of a plan need on each file system, and compares it with what is free. */
final class FreeSpace {
    private final Map<FileStore, Long> needed = new LinkedHashMap<>();
    private final Map<FileStore, Path> where = new LinkedHashMap<>();
    private final Map<FileStore, List<HotCopyStep>> whose = new LinkedHashMap<>();
    private final List<String> notChecked = new ArrayList<>();

    /**
     * A file system that is too full.
     *
     * @param problem which, an error
     * @param steps those that need space there, at least one
     */
    record Shortage(Problem problem, List<HotCopyStep> steps) {

        /** One of its steps when all are of one backup group. */
        Optional<HotCopyStep> lone() {
            HotCopyStep first = steps.get(0);
            return steps.stream().allMatch(step -> step.isOf(first.policy(), first.backupGroup()))
                    ? Optional.of(first)
                    : Optional.empty();
        }
    }

    /** Counts the archives of a step in; one of unknown size or without a directory to go to is noted instead. */
    void need(HotCopyStep step) {
        step.members().forEach(member -> need(step, member));
    }

    private void need(HotCopyStep step, HotCopyStep.Member member) {
        if (member.estimatedBytes().bytes() == 0) {
            notChecked.add("free space for archive " + member.archive() + " not checked: its size is not known");
            return;
        }
        Path parent = Destination.of(member, step.type()).nearestExisting();
        try {
            FileStore store = Files.getFileStore(parent);
            needed.merge(store, member.estimatedBytes().bytes(), Long::sum);
            where.putIfAbsent(store, parent);
            whose.computeIfAbsent(store, first -> new ArrayList<>()).add(step);
        } catch (IOException absent) {
            notChecked.add(
                    "free space for archive " + member.archive() + " not checked: \"" + parent + "\" cannot be read");
        }
    }

    /** One error for each file system that is too full. */
    List<Shortage> shortages() {
        List<Shortage> shortages = new ArrayList<>();
        needed.forEach((store, bytes) -> shortage(where.get(store), store, bytes)
                .ifPresent(problem -> shortages.add(new Shortage(problem, whose.get(store)))));
        return shortages;
    }

    List<String> notChecked() {
        return notChecked;
    }

    private Optional<Problem> shortage(Path path, FileStore store, long bytes) {
        try {
            long free = store.getUsableSpace();
            return free >= bytes
                    ? Optional.empty()
                    : Optional.of(new Problem(
                            Problem.Severity.ERROR,
                            "about " + new ByteSize(bytes) + " are needed under \"" + path + "\", but only "
                                    + new ByteSize(free) + " are free",
                            List.of("Free space on that file system, or choose a directory on another one."),
                            Optional.empty()));
        } catch (IOException unknown) {
            notChecked.add("free space under \"" + path + "\" not checked: " + unknown.getMessage());
            return Optional.empty();
        }
    }
}
