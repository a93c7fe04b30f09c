package io.hotcopy.admin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hotcopy.admin.EngineProcess.Durable;
import io.hotcopy.admin.EngineProcess.Engine;
import io.hotcopy.backupset.DamagedSetException;
import io.hotcopy.backupset.FileTrouble;
import io.hotcopy.backupset.SealedText;
import io.hotcopy.backupset.StrictYaml;
import io.hotcopy.backupset.SyncedFiles;
import io.hotcopy.backupset.TooNewSetException;
import io.hotcopy.problem.HotCopyException;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.StorageGroupName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How the state of the service is written down: sealed YAML, every field of it wanted and no other. */
final class AdminStateYaml {

    private static final String FORMAT = "hotcopy-admin-state";
    private static final int VERSION = 1;
    private static final int NONE = -1;
    private static final ObjectMapper MAPPER = StrictYaml.mapper();

    private AdminStateYaml() {}

    /** Puts the state in the file's place, on disk when this returns; a crash leaves the old or the new. */
    static void write(Path file, AdminState state) {
        Path fresh = file.resolveSibling(file.getFileName() + ".tmp");
        try {
            Files.deleteIfExists(fresh);
            SyncedFiles.writeFile(
                    fresh, SealedText.seal(FORMAT, VERSION, MAPPER.writeValueAsString(StateText.of(state))));
            SyncedFiles.rename(fresh, file);
        } catch (IOException trouble) {
            throw FileTrouble.cannot("write", file, trouble);
        }
    }

    static AdminState read(Path file) {
        try {
            String body = SealedText.open(file, Files.readAllBytes(file), FORMAT, VERSION);
            return MAPPER.readValue(body, StateText.class).meaning();
        } catch (TooNewSetException newer) {
            throw new HotCopyException(
                    "the state of the service in \"" + file + "\" was written by a newer hotcopy",
                    newer,
                    "Use that version, or a newer one.");
        } catch (DamagedSetException | JsonProcessingException | IllegalArgumentException damaged) {
            throw new HotCopyException(
                    "the state of the service in \"" + file + "\" is damaged",
                    damaged,
                    "Move it away to begin anew: the key-value store, labels, and what is known of exited processes"
                            + " and removed archives are lost then; no data is.");
        } catch (IOException trouble) {
            throw FileTrouble.cannot("read", file, trouble);
        }
    }

    private record StateText(
            long nextStartId,
            List<DatabaseText> databases,
            List<ProcessText> processes,
            List<ExitedText> exited,
            Map<String, String> values) {

        static StateText of(AdminState state) {
            return new StateText(
                    state.nextStartId(),
                    state.databases().entrySet().stream()
                            .map(entry -> DatabaseText.of(entry.getKey(), entry.getValue()))
                            .toList(),
                    state.processes().stream().map(ProcessText::of).toList(),
                    state.exited().stream().map(ExitedText::of).toList(),
                    state.values());
        }

        AdminState meaning() {
            return new AdminState(
                    nextStartId,
                    sorted(databases, DatabaseText::name, DatabaseText::meaning),
                    processes.stream().map(ProcessText::meaning).toList(),
                    exited.stream().map(ExitedText::meaning).toList(),
                    new TreeMap<>(values));
        }
    }

    private record DatabaseText(
            String name,
            int major,
            int minor,
            int nextNode,
            int nextGroup,
            List<GroupText> groups,
            List<LabelsText> labels,
            List<RemovedText> removed,
            List<Integer> provisioned) {

        static DatabaseText of(String name, DatabaseRecord database) {
            return new DatabaseText(
                    name,
                    database.incarnation().major(),
                    database.incarnation().minor(),
                    database.nextNode(),
                    database.nextGroup(),
                    database.groups().entrySet().stream()
                            .map(entry -> new GroupText(entry.getKey().value(), entry.getValue()))
                            .toList(),
                    database.labels().entrySet().stream()
                            .map(entry -> new LabelsText(entry.getKey().value(), entry.getValue()))
                            .toList(),
                    database.removed().values().stream().map(RemovedText::of).toList(),
                    database.provisioned().stream().map(ArchiveId::value).toList());
        }

        DatabaseRecord meaning() {
            return new DatabaseRecord(
                    new Incarnation(major, minor),
                    nextNode,
                    nextGroup,
                    sorted(groups, group -> new StorageGroupName(group.name()), GroupText::id),
                    sorted(labels, each -> new ArchiveId(each.archive()), each -> sortedMap(each.labels())),
                    sorted(removed, each -> new ArchiveId(each.archive()), RemovedText::meaning),
                    provisioned.stream().map(ArchiveId::new).collect(Collectors.toCollection(TreeSet::new)));
        }
    }

    private record GroupText(String name, int id) {}

    private record LabelsText(int archive, Map<String, String> labels) {}

    private record RemovedText(int archive, String host, String path, List<String> serves, boolean provisioned) {

        static RemovedText of(RemovedArchive archive) {
            return new RemovedText(
                    archive.id().value(),
                    archive.host(),
                    archive.path(),
                    archive.serves().stream().map(StorageGroupName::value).toList(),
                    archive.provisioned());
        }

        RemovedArchive meaning() {
            return new RemovedArchive(
                    new ArchiveId(archive),
                    host,
                    path,
                    serves.stream().map(StorageGroupName::new).collect(Collectors.toCollection(TreeSet::new)),
                    provisioned);
        }
    }

    /** @param archive below zero for a transaction engine */
    private record ProcessText(
            long startId, String database, String host, int archive, int nodeId, Durable durable, Engine engine) {

        static ProcessText of(EngineProcess process) {
            return new ProcessText(
                    process.startId(),
                    process.database(),
                    process.host(),
                    process.archive().map(ArchiveId::value).orElse(NONE),
                    process.nodeId(),
                    process.durable(),
                    process.engine());
        }

        EngineProcess meaning() {
            Optional<ArchiveId> kept = archive < 0 ? Optional.empty() : Optional.of(new ArchiveId(archive));
            return new EngineProcess(startId, database, host, kept, nodeId, durable, engine);
        }
    }

    /** @param exitCode below zero when there is none */
    private record ExitedText(ProcessText process, int major, int minor, String reason, int exitCode) {

        static ExitedText of(ExitedProcess exited) {
            return new ExitedText(
                    ProcessText.of(exited.process()),
                    exited.incarnation().major(),
                    exited.incarnation().minor(),
                    exited.reason(),
                    exited.exitCode().orElse(NONE));
        }

        ExitedProcess meaning() {
            return new ExitedProcess(
                    process.meaning(),
                    new Incarnation(major, minor),
                    reason,
                    exitCode < 0 ? OptionalInt.empty() : OptionalInt.of(exitCode));
        }
    }

    private static SortedMap<String, String> sortedMap(Map<String, String> map) {
        return new TreeMap<>(map);
    }

    private static <T, K extends Comparable<K>, V> SortedMap<K, V> sorted(
            List<T> texts, Function<T, K> key, Function<T, V> value) {
        SortedMap<K, V> map = new TreeMap<>();
        for (T text : texts) {
            if (map.put(key.apply(text), value.apply(text)) != null) {
                throw new IllegalArgumentException("twice: " + key.apply(text));
            }
        }
        return map;
    }
}
