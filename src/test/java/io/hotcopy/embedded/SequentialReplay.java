package io.hotcopy.embedded;

import io.hotcopy.embedded.journal.CommitFrame;
import io.hotcopy.embedded.journal.JournalReader;
import io.hotcopy.embedded.journal.VoidFilter;
import io.hotcopy.embedded.store.ArchiveStore;
import io.hotcopy.embedded.store.StoreMemory;
import io.hotcopy.term.ByteSize;
import io.hotcopy.term.CommitNumber;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;

/**
 * What a restore would do if it did not fold: every commit of the journals applied after the other, as a start does
 * with its own journal. For the benchmark, which compares the two.
 */
public final class SequentialReplay {

    private SequentialReplay() {}

    /**
     * Applies journals to an archive.
     *
     * @param archive holds everything through where the first journal begins
     * @param elements data directories of journal elements, one after the other
     */
    public static void apply(Path archive, List<Path> elements, CommitNumber through) {
        try (StoreMemory memory = new StoreMemory(ByteSize.ofMegabytes(48), ByteSize.ofMegabytes(8));
                ArchiveStore store = ArchiveStore.open(ArchiveLayout.rocks(archive), new TreeSet<>(), memory)) {
            JournalRedo redo = new JournalRedo(store, new VoidFilter(List.of()), through);
            for (Path element : elements) {
                JournalReader.scan(ArchiveLayout.journal(element), redo::take);
            }
            redo.finish();
            store.flush();
        }
    }

    /** Only reads and decodes journals; gives how many bytes of keys and values their commits hold. */
    public static long decode(List<Path> elements) {
        long[] bytes = new long[1];
        for (Path element : elements) {
            JournalReader.scan(ArchiveLayout.journal(element), entry -> {
                if (entry.frame() instanceof CommitFrame commit) {
                    commit.operations()
                            .forEach(operation -> bytes[0] +=
                                    operation.key().length + (operation.isTombstone() ? 0 : operation.value().length));
                }
            });
        }
        return bytes[0];
    }
}
