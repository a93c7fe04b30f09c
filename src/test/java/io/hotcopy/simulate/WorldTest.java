package io.hotcopy.simulate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class WorldTest {
    private static final int[] BOTH = {0, 1};

    private final World world = new World(2, 2);

    @Test
    void commitsAreNumberedByTheTimeForWhichTheDatabaseHasServed() {
        assertEquals(1_000, world.commit(1_000));
        world.stop(1_000);
        assertEquals(1_000, world.commit(1_700));
        world.goOn(1_700);
        assertEquals(1_000, world.commit(1_700));
        assertEquals(1_300, world.commit(2_000));
        world.stop(2_000);
        world.goOn(2_500);
        assertEquals(1_300, world.commit(2_500));
    }

    @Test
    void aCommitWasMadeWhenTheDatabaseServed() {
        assertEquals(900, world.madeAt(900));
        world.stop(1_000);
        assertEquals(900, world.madeAt(900));
        world.goOn(1_700);
        assertEquals(1_000, world.madeAt(1_000));
        assertEquals(1_701, world.madeAt(1_001));
        assertEquals(2_000, world.madeAt(world.commit(2_000)));
    }

    @Test
    void goingOnWithoutHavingStoppedChangesNothing() {
        world.goOn(500);
        assertEquals(600, world.commit(600));
        assertFalse(world.isStopped());
    }

    @Test
    void aBaseIsOneFullOfTheGroupItself() {
        assertTrue(world.lacksBase(1, BOTH));
        world.base[0] = World.setOf(1, 5_000);
        world.base[1] = World.setOf(1, 6_000);
        assertTrue(world.lacksBase(1, BOTH), "two fulls");
        world.base[1] = world.base[0];
        assertFalse(world.lacksBase(1, BOTH));
        assertTrue(world.lacksBase(0, BOTH), "of the other group");
        assertEquals(1, World.groupOf(world.base[0]));
    }

    @Test
    void aCopyGoesItsOwnWay() {
        World copy = world.copy();
        assertEquals(world.fingerprint(true), copy.fingerprint(true));
        copy.chain[1] = 77;
        copy.running[0] = false;
        copy.open[1] = 1;
        copy.cameAt[0][2] = 5;
        copy.stop(9);
        assertTrue(world.allRunning(BOTH));
        assertEquals(World.NONE, world.chain[1]);
        assertEquals(0, world.open[1]);
        assertEquals(0, world.cameAt[0][2]);
        assertFalse(world.isStopped());
    }

    @Test
    void whatDecidesOverWhatComesTellsWorldsApart() {
        long before = world.fingerprint(false);
        world.suspendedSince[1] = 7;
        long suspended = world.fingerprint(false);
        assertNotEquals(before, suspended);
        world.base[0] = World.setOf(0, 5_000);
        long based = world.fingerprint(false);
        assertNotEquals(suspended, based, "there is a base now");
        long with = world.fingerprint(true);
        world.base[0] = World.setOf(0, 6_000);
        assertEquals(based, world.fingerprint(false), "which base matters for the time of a restore only");
        assertNotEquals(with, world.fingerprint(true));
    }
}
