package io.hotcopy.crash;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A real process is killed with SIGKILL at random moments, under load and during coordinated hot copies of all types
 * that go on with what the one before left, several times on one home, sometimes in the middle of its start, sometimes
 * with directories of storage managers deleted afterwards.
 *
 * <p>{@code -Dhotcopy.kills=1000} kills more often, {@code -Dhotcopy.seed=…} repeats the choices of an earlier run (but
 * not the moments, which the machine decides).
 */
class KillTest {

    private static final int KILLS_A_HOME = 5;

    @TempDir
    private Path scratch;

    @Test
    void nothingAcknowledgedIsLostAndNothingElseIsThere() throws IOException, InterruptedException {
        int kills = Integer.getInteger("hotcopy.kills", 20);
        long seed = Long.getLong("hotcopy.seed", System.nanoTime());
        KilledBank.Tally tally = new KilledBank.Tally();
        SplittableRandom seeds = new SplittableRandom(seed);
        // Whether a chain outlives a kill is for the machine to decide: some homes more, until one was seen that does.
        for (int home = 0; tally.kills < kills || !tally.showsAll() && tally.kills < 5 * kills; home++) {
            KilledBank bank =
                    new KilledBank(Files.createDirectory(scratch.resolve("bank-" + home)), seeds.nextLong(), tally);
            try {
                for (int round = 1; round <= KILLS_A_HOME; round++) {
                    // Losses change who is copied, so the chains go on over the kills before them.
                    bank.killAndJudge(round == 1 || round == 3, round > 3);
                }
            } catch (AssertionError | RuntimeException red) {
                throw new AssertionError("seed " + seed + ", after kill " + tally.kills + ": " + red.getMessage(), red);
            } finally {
                bank.end();
            }
        }
        System.out.println("seed " + seed + ": " + tally);
        assertTrue(tally.showsAll(), tally.toString());
    }
}
