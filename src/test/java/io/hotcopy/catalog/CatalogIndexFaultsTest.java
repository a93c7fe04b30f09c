package io.hotcopy.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotcopy.backupset.SampleSets;
import io.hotcopy.backupset.SetFacts;
import io.hotcopy.faults.FaultWalk;
import io.hotcopy.faults.FaultWalk.Attempt;
import io.hotcopy.faults.InMemory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The disk fails at each place in turn while sets are entered: an entry is the one before or the one after. */
class CatalogIndexFaultsTest {

    private static final int SEEDS = 3;

    private final Set<Integer> elementsSeen = new HashSet<>();

    @TempDir(factory = InMemory.class)
    private Path scratch;

    @Test
    void aCrashAnywhereLeavesEachEntryAsItWasOrAsItIsToBe() throws IOException {
        walk().crashes(SEEDS, this::requireOldOrNew);
        assertEquals(Set.of(2, 3), elementsSeen);
    }

    @Test
    void aSyncThatIsForgottenIsCaught() {
        boolean caught = false;
        try {
            walk().forgetting(path -> path.toString().endsWith(".tmp")).crashes(SEEDS, this::requireOldOrNew);
        } catch (AssertionError | IOException expected) {
            caught = true;
        }
        assertTrue(caught, "an entry was renamed into place before its bytes were synced, and nobody noticed");
    }

    private FaultWalk walk() {
        return new FaultWalk(scratch, root -> assertTrue(index(root).enter(set(root, 1, 2))), root -> {
            index(root).enterRoot(SampleSets.NAME, root.resolve("backups"));
            index(root).enter(set(root, 1, 3));
            index(root).enter(set(root, 2, 1));
            index(root).remove(SampleSets.setId(2));
        });
    }

    private void requireOldOrNew(Path root, Attempt attempt) {
        IndexContent content = index(root).content();
        assertEquals(0, content.unread().size(), () -> content.unread().toString());
        KnownSet first = content.sets().get(0);
        int elements = first.elements().size();
        elementsSeen.add(elements);
        assertEquals(KnownSet.of(set(root, 1, elements)), first);
        assertTrue(elements == 3 || !attempt.finished());
        assertEquals(1, content.sets().size() - (content.sets().size() == 2 && !attempt.finished() ? 1 : 0));
        index(root).enter(set(root, 1, 3));
        assertEquals(KnownSet.of(set(root, 1, 3)), index(root).content().sets().get(0));
    }

    private static CatalogIndex index(Path root) {
        return new CatalogIndex(root.resolve("home"));
    }

    private static SetFacts set(Path root, int number, int elements) {
        return IndexWriter.set(root.resolve("backups"), number, elements);
    }
}
