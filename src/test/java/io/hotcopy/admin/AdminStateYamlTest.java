package io.hotcopy.admin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotcopy.admin.EngineProcess.Durable;
import io.hotcopy.admin.EngineProcess.Engine;
import io.hotcopy.problem.HotCopyException;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.StorageGroupName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the service remembers comes back as it was written, or not at all. */
class AdminStateYamlTest {

    private static final ArchiveId TWO = new ArchiveId(2);
    private static final StorageGroupName SG1 = new StorageGroupName("SG1");

    @TempDir
    Path directory;

    /** One of everything. */
    private static AdminState full() {
        EngineProcess engine =
                new EngineProcess(0, "täst", "e1", Optional.empty(), 0, Durable.MONITORED, Engine.RUNNING);
        EngineProcess manager =
                new EngineProcess(0, "täst", "e2", Optional.of(TWO), 0, Durable.REQUESTED, Engine.UNKNOWN);
        RemovedArchive removed =
                new RemovedArchive(new ArchiveId(7), "e3", "/b/\"x\"", new TreeSet<>(Set.of(SG1)), true);
        AdminState state = AdminState.NEW
                .with("täst", record -> record.started()
                        .withGroup(SG1)
                        .withLabels(TWO, Map.of("role", "hot copy"))
                        .created(TWO)
                        .without(new ArchiveId(7), Optional.of(removed)))
                .withNew(engine)
                .withNew(manager)
                .withNew(engine)
                .withNew(manager);
        Incarnation incarnation = new Incarnation(1, 3);
        return state.withExited(ExitedProcess.gracefully(state.processes().get(2), incarnation))
                .withExited(ExitedProcess.because(state.processes().get(3), incarnation, "it: \"failed\"\n"))
                .withValues(new TreeMap<>(Map.of("/a", "", "b", "x: y\n# z")));
    }

    @Test
    void everythingComesBack() {
        AdminStateFile file = AdminStateFile.open(directory);
        file.change(nothing -> full());
        assertEquals(full(), AdminStateFile.open(directory).state());
    }

    @Test
    void aNewOneIsEmpty() {
        assertEquals(AdminState.NEW, AdminStateFile.open(directory).state());
    }

    @Test
    void everyFlippedByteIsSeen() throws IOException {
        Path file = directory.resolve("state.yaml");
        AdminStateYaml.write(file, full());
        byte[] whole = Files.readAllBytes(file);
        for (int at = 0; at < whole.length; at++) {
            byte[] damaged = whole.clone();
            damaged[at] ^= 1;
            Files.write(file, damaged);
            HotCopyException told = assertThrows(HotCopyException.class, () -> AdminStateYaml.read(file));
            assertTrue(told.getMessage().contains(file.toString()), told.getMessage());
        }
    }

    @Test
    void onlyTheLatestExitedProcessesAreRemembered() {
        AdminState state = AdminState.NEW;
        EngineProcess one = new EngineProcess(0, "x", "e1", Optional.empty(), 0, Durable.MONITORED, Engine.RUNNING);
        for (int count = 0; count < 300; count++) {
            AdminState more = state.withNew(one);
            state = more.withExited(ExitedProcess.gracefully(more.processes().get(0), new Incarnation(1, count)));
        }
        assertEquals(200, state.exited().size());
        assertEquals(299, state.exited().get(199).process().startId());
        assertEquals(300, state.nextStartId());
    }
}
