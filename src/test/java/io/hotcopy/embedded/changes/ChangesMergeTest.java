package io.hotcopy.embedded.changes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotcopy.term.StorageGroupName;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ChangesMergeTest {

    @Test
    void theNewestOfSeveralHasItsSay() throws IOException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int files = 0; files < 8; files++) {
            SortedMap<byte[], Optional<byte[]>> expected = new TreeMap<>(Arrays::compareUnsigned);
            List<ChangeCursor> cursors = new ArrayList<>();
            for (int file = 0; file < files; file++) {
                SortedMap<byte[], Optional<byte[]>> records = SampleChanges.records(random, random.nextInt(400), 8);
                expected.putAll(records);
                cursors.add(SampleChanges.cursor(SampleChanges.file(records)));
            }
            assertEquals(
                    SampleChanges.shown(expected),
                    SampleChanges.shown(merged(cursors)),
                    files + " files, seed " + seed);
        }
    }

    @Test
    void mixesNoStorageGroups() throws IOException {
        SortedMap<byte[], Optional<byte[]>> records = SampleChanges.records(new Random(5), 10, 8);
        ChangeCursor one = SampleChanges.cursor(SampleChanges.file(records));
        ChangeCursor other = SampleChanges.cursor(SampleChanges.file(new StorageGroupName("SG2"), records));
        assertThrows(IllegalArgumentException.class, () -> new ChangesMerge(List.of(one, other)));
    }

    private static SortedMap<byte[], Optional<byte[]>> merged(List<ChangeCursor> cursors) {
        SortedMap<byte[], Optional<byte[]>> found = new TreeMap<>(Arrays::compareUnsigned);
        try (ChangesMerge merge = new ChangesMerge(cursors)) {
            byte[] last = {};
            while (merge.next()) {
                assertTrue(Arrays.compareUnsigned(last, merge.key()) < 0, "keys rise");
                last = merge.key();
                found.put(last, Optional.ofNullable(merge.value()));
            }
            assertFalse(merge.next());
        }
        return found;
    }
}
