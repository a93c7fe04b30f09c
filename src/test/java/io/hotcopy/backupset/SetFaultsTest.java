package io.hotcopy.backupset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotcopy.backupset.SetLife.Seen;
import io.hotcopy.faults.FaultWalk;
import io.hotcopy.faults.FaultWalk.Attempt;
import io.hotcopy.faults.InMemory;
import io.hotcopy.problem.HotCopyException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A backup set on a disk that fails at each place in turn: complete or absent or half-made, never anything else. */
class SetFaultsTest {

    private static final int SEEDS = 5;
    private static final int SEEDS_AT_THE_END = 30;
    private static final long STEP = 97;

    @TempDir(factory = InMemory.class)
    private Path scratch;

    private final Set<Seen> seen = EnumSet.noneOf(Seen.class);

    @Test
    void crashAnywhereLeavesTheSetCompleteOrHalfMadeOrAbsent() throws IOException {
        long crashes = walk(root -> SetLife.make(root.resolve("now"))).crashes(SEEDS, this::requireSound);

        assertTrue(crashes > 30 * SEEDS, "only " + crashes + " crashes");
        assertEquals(EnumSet.allOf(Seen.class), seen);
    }

    @Test
    void crashAnywhereInACancelledFullLeavesNoElement() throws IOException {
        walk(root -> SetLife.cancel(root.resolve("now"))).crashes(SEEDS, (root, attempt) -> {
            assertEquals(Seen.COMPLETE, SetLife.look(root.resolve("before")));
            seen.add(SetLife.look(root.resolve("now")));
        });

        assertEquals(EnumSet.of(Seen.ABSENT, Seen.HALF_MADE), seen);
    }

    @Test
    void crashAnywhereInACoordinatedFullPublishesTheSecondSetOnlyAfterTheFirst() throws IOException {
        walk(root -> SetLife.makeTogether(root.resolve("one"), root.resolve("two")))
                .crashes(SEEDS, (root, attempt) -> {
                    Seen one = SetLife.look(root.resolve("one"));
                    Seen two = SetLife.look(root.resolve("two"));
                    assertEquals(Seen.COMPLETE, SetLife.look(root.resolve("before")));
                    assertTrue(two != Seen.COMPLETE || one == Seen.COMPLETE, one + ", " + two);
                    assertTrue(!attempt.finished() || two == Seen.COMPLETE, one + ", " + two);
                });
    }

    @Test
    void anInputOutputErrorAnywhereIsToldWithItsPathAndLeavesNothingThatLooksWhole() throws IOException {
        walk(root -> SetLife.makeOrAbandon(root.resolve("now"))).errors((root, attempt) -> {
            requireSound(root, attempt);
            attempt.trouble().ifPresent(trouble -> requireSaid(trouble, root, "input/output error"));
        });
    }

    @Test
    void aFullDiskIsToldWithItsPathAndLeavesNothingThatLooksWhole() throws IOException {
        SetLife.make(scratch.resolve("measured"));
        long needed = bytesIn(scratch.resolve("measured"));

        long disks = walk(root -> SetLife.makeOrAbandon(root.resolve("now")))
                .fullDisks(needed, STEP, (root, attempt) -> {
                    assertNotEquals(Seen.COMPLETE, requireSound(root, attempt));
                    requireSaid(attempt.trouble().orElseThrow(), root, "no space left on device");
                    assertTrue(attempt.trouble().get().hints().get(0).contains("Free space"));
                });

        assertTrue(disks > 30, "only " + disks + " sizes of disk");
    }

    /** The negative control: the walk must turn red for each sync that is left out. */
    @ParameterizedTest
    @ValueSource(strings = {"set.yaml", "000012.sst", "manifest.yaml", "control", "data", "rocks", "now", "disk"})
    void aForgottenSyncTurnsTheWalkRed(String forgotten) {
        FaultWalk walk = walk(root -> SetLife.make(root.resolve("now")))
                .forgetting(path -> path.getFileName().toString().equals(forgotten));

        assertThrows(AssertionError.class, () -> walk.crashesAtTheEnd(SEEDS_AT_THE_END, this::requireSound));
    }

    private FaultWalk walk(FaultWalk.Work work) {
        return new FaultWalk(scratch, root -> SetLife.make(root.resolve("before")), work);
    }

    /** The earlier set is untouched, the present one is what it may be, and another can be made. */
    private Seen requireSound(Path root, Attempt attempt) throws IOException {
        assertEquals(Seen.COMPLETE, SetLife.look(root.resolve("before")));
        Seen now = SetLife.look(root.resolve("now"));
        seen.add(now);
        assertTrue(!attempt.finished() || now == Seen.COMPLETE, "finished, and " + now);
        Path again = now == Seen.ABSENT ? root.resolve("now") : root.resolve("again");
        SetLife.make(again);
        assertEquals(Seen.COMPLETE, SetLife.look(again));
        return now;
    }

    private static void requireSaid(HotCopyException trouble, Path root, String reason) {
        assertTrue(trouble.getMessage().contains("\"" + root), trouble.getMessage());
        assertTrue(trouble.getMessage().endsWith(reason), trouble.getMessage());
    }

    private static long bytesIn(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }
}
