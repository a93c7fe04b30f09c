package io.hotcopy.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The folder list is the architecture. */
class RoomsTest {
    private static final Set<String> ROOMS = Set.of(
            "admin",
            "app",
            "backupset",
            "catalog",
            "driver",
            "dsl",
            "embedded",
            "engine",
            // Not in the design: see decision 43.
            "live",
            "model",
            "nuodb",
            "plan",
            "problem",
            "progress",
            "recovery",
            "report",
            "restore",
            "retention",
            "schedule",
            "script",
            // Not in the design: see decision 43.
            "service",
            "shell",
            "simulate",
            "term",
            "testkit",
            "timetable",
            "vault",
            "verb",
            "verify",
            // Not in the design: see decision 23.
            "workload");

    @Test
    void everyRoomIsInTheDesign() {
        Set<String> unknown = new TreeSet<>(Scan.builtRooms());
        unknown.removeAll(ROOMS);
        assertEquals(Set.of(), unknown, "a room that the design does not name is mostly a missing noun");
    }

    @Test
    void theScanSawClassesOfEveryRoom() {
        Set<String> scanned = Scan.PRODUCTION.stream()
                .map(type -> type.getPackageName().replaceFirst("^io\\.hotcopy\\.(\\w+).*", "$1"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(List.copyOf(new TreeSet<>(Scan.builtRooms())), List.copyOf(scanned));
        assertTrue(Scan.PRODUCTION.size() > 20, "scanned only " + Scan.PRODUCTION.size() + " classes");
    }
}
