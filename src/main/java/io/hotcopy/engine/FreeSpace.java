package io.hotcopy.engine;

import io.hotcopy.plan.HotCopyStep;
import io.hotcopy.problem.Problem;
import io.hotcopy.term.ByteSize;
import io.hotcopy.term.HotCopyType;
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
    private final List<String> notChecked = new ArrayList<>();

    /** Counts one archive in; one of unknown size or without a directory to go to is noted instead. */
    void need(HotCopyStep.Member member, HotCopyType type) {
        if (member.estimatedBytes().bytes() == 0) {
            notChecked.add("free space for archive " + member.archive() + " not checked: its size is not known");
            return;
        }
        Path parent = Destination.of(member, type).nearestExisting();
        try {
            FileStore store = Files.getFileStore(parent);
            needed.merge(store, member.estimatedBytes().bytes(), Long::sum);
            where.putIfAbsent(store, parent);
        } catch (IOException absent) {
            notChecked.add(
                    "free space for archive " + member.archive() + " not checked: \"" + parent + "\" cannot be read");
        }
    }

    /** One error for each file system that is too full. */
    List<Problem> shortages() {
        List<Problem> problems = new ArrayList<>();
        needed.forEach(
                (store, bytes) -> shortage(where.get(store), store, bytes).ifPresent(problems::add));
        return problems;
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
