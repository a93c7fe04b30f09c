package io.hotcopy.admin;

import io.hotcopy.backupset.BackupSet;
import io.hotcopy.plan.BackupPlan;
import io.hotcopy.plan.HotCopyStep;
import io.hotcopy.problem.HotCopyException;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.ByteSize;
import io.hotcopy.term.HotCopyType;
import io.hotcopy.term.SetId;
import io.hotcopy.term.StorageGroupName;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The plan of one hot copy that a client asks for: which archives it copies, and where to. */
final class HotCopyPlan {

    /** The policy that such hot copies are remembered under; no declared one may be called so. */
    static final String POLICY = "nuocmd";

    private final DomainView domain;
    private final AllowedDirectories directories;

    HotCopyPlan(DomainView domain, AllowedDirectories directories) {
        this.domain = domain;
        this.directories = directories;
    }

    /**
     * Decides what is done.
     *
     * @param now when it was asked for
     * @throws UnmetRequestException in the vendor's words when no archive is named, one is not running, or storage
     *     groups are missing; when a directory is none that may be written into; when the set there cannot be read
     */
    BackupPlan of(String database, HotCopyRequest request, Instant now) {
        Map<ArchiveView, Path> copies = copies(database, request);
        if (request.covering()) {
            requireAllGroups(database, copies);
        }
        requireApart(copies);
        HotCopyStep step = new HotCopyStep(
                POLICY,
                "archives-"
                        + copies.keySet().stream()
                                .map(archive -> archive.id().toString())
                                .collect(Collectors.joining("-")),
                domain.name(database),
                request.type(),
                copies.entrySet().stream()
                        .map(copy -> member(copy.getKey(), copy.getValue(), request.type()))
                        .toList(),
                "asked for by a client of the service",
                Optional.empty());
        return new BackupPlan(now, List.of(step), request.pace(), List.of(), List.of());
    }

    /** The archives that are copied, in order of their numbers, and the directory of each. */
    private Map<ArchiveView, Path> copies(String database, HotCopyRequest request) {
        if (request.directories().isEmpty() && request.defaultDirectory().isEmpty()) {
            throw HotCopyRefusals.here(
                    "No archives specified for hot-copy and no default backup location",
                    "Name archives with their directories, or a default directory for all.");
        }
        SortedMap<ArchiveId, ArchiveView> running = new TreeMap<>();
        domain.archives(database).stream()
                .filter(ArchiveView::isRunning)
                .forEach(archive -> running.put(archive.id(), archive));
        request.directories().keySet().stream()
                .filter(archive -> !running.containsKey(archive))
                .findFirst()
                .ifPresent(archive -> {
                    throw HotCopyRefusals.notRunning(database, why(database, archive));
                });
        Map<ArchiveView, Path> copies = new LinkedHashMap<>();
        running.forEach((id, archive) ->
                directory(id, request).ifPresent(text -> copies.put(archive, directories.require(text))));
        if (copies.isEmpty()) {
            throw HotCopyRefusals.notRunning(database, "Start one of its storage managers.");
        }
        return copies;
    }

    private static Optional<String> directory(ArchiveId archive, HotCopyRequest request) {
        return Optional.ofNullable(request.directories().get(archive))
                .or(() -> request.defaultDirectory().map(all -> request.shared() ? all + "/" + archive : all));
    }

    private String why(String database, ArchiveId archive) {
        return domain.archive(database, archive)
                .map(known -> "Archive " + archive + " is " + known.status().state()
                        + known.absence().map(reason -> ": " + reason).orElse("") + ".")
                .orElse("There is no archive " + archive + ".");
    }

    private void requireAllGroups(String database, Map<ArchiveView, Path> copies) {
        TreeSet<StorageGroupName> missing =
                new TreeSet<>(domain.database(database).storageGroups());
        copies.keySet().forEach(archive -> missing.removeAll(archive.serves()));
        if (!missing.isEmpty()) {
            throw HotCopyRefusals.here(
                    "Not all storage groups are included in hot-copy for dbName=" + database + ", missingSgs="
                            + missing,
                    "Name archives that serve them too, or say that a partial copy is meant.");
        }
    }

    /** Sets hold one archive each. */
    private static void requireApart(Map<ArchiveView, Path> copies) {
        List<Path> seen = new ArrayList<>();
        for (Path directory : copies.values()) {
            if (seen.contains(directory)) {
                throw HotCopyRefusals.here(
                        "\"" + directory + "\" is the directory of several archives",
                        "Give each archive its own, or say that the default directory is shared.");
            }
            seen.add(directory);
        }
    }

    private static HotCopyStep.Member member(ArchiveView archive, Path directory, HotCopyType type) {
        return new HotCopyStep.Member(
                archive.id(),
                archive.host(),
                archive.serves(),
                Optional.ofNullable(directory.getParent()).orElse(directory),
                directory,
                set(directory, type),
                new ByteSize(0));
    }

    private static Optional<SetId> set(Path directory, HotCopyType type) {
        return switch (type) {
            case FULL, SIMPLE -> Optional.empty();
            case INCREMENTAL, JOURNAL -> Optional.of(identity(directory));
        };
    }

    private static SetId identity(Path directory) {
        try {
            return BackupSet.identity(directory).id();
        } catch (HotCopyException unreadable) {
            throw HotCopyRefusals.ofEngine(unreadable);
        }
    }
}
