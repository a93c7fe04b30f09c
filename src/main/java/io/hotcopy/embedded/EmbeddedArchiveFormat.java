package io.hotcopy.embedded;

import io.hotcopy.backupset.ElementFacts;
import io.hotcopy.embedded.store.ArchiveStore;
import io.hotcopy.embedded.store.StoreMemory;
import io.hotcopy.progress.ProgressListener;
import io.hotcopy.restore.ArchiveCheck;
import io.hotcopy.restore.ArchiveFormat;
import io.hotcopy.restore.JournalHit;
import io.hotcopy.restore.JournalQuestion;
import io.hotcopy.restore.JournalSource;
import io.hotcopy.restore.RestoredState;
import io.hotcopy.term.ByteSize;
import io.hotcopy.term.CommitNumber;
import io.hotcopy.term.Fingerprint;
import io.hotcopy.term.StorageGroupName;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.function.BiConsumer;

/** Archives of the embedded database, for restore and verification. Stateless; each call bounds its own memory. */
public final class EmbeddedArchiveFormat implements ArchiveFormat {

    /** The kind in {@code set.yaml}. */
    public static final String KIND = "embedded";

    private static final ByteSize WRITE_BUFFERS = ByteSize.ofMegabytes(48);
    private static final ByteSize CACHE = ByteSize.ofMegabytes(8);

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void finish(Path archive, RestoredState state, ProgressListener progress) {
        try (StoreMemory memory = memory()) {
            new ArchiveFinish(archive, state, progress).run(memory);
        }
    }

    @Override
    public SortedMap<StorageGroupName, Fingerprint> scan(Path archive, ProgressListener progress) {
        try (StoreMemory memory = memory();
                ArchiveStore store = ArchiveStore.openReadOnly(ArchiveLayout.rocks(archive), memory)) {
            return new ContentScan(store, archive.getFileName().toString(), progress).run();
        }
    }

    @Override
    public SortedMap<StorageGroupName, Fingerprint> accounted(Path archive) {
        try (StoreMemory memory = memory();
                ArchiveStore store = ArchiveStore.openReadOnly(ArchiveLayout.rocks(archive), memory)) {
            return FingerprintFold.byGroup(store.groups(), store.runningFingerprints());
        }
    }

    @Override
    public void commitTimes(List<JournalSource> sources, BiConsumer<CommitNumber, Instant> each) {
        new CopiedJournals(sources).survey(commit -> each.accept(commit.number(), commit.time()));
    }

    @Override
    public List<JournalHit> history(List<JournalSource> sources, JournalQuestion question, ProgressListener progress) {
        try (StoreMemory memory = memory()) {
            return new TableHistory(question, sources, memory, progress).run();
        }
    }

    @Override
    public CommitNumber read(Path data, ElementFacts element, ProgressListener progress) {
        try (StoreMemory memory = memory()) {
            return new ElementReading(data, element, progress).run(memory);
        }
    }

    @Override
    public boolean holds(Path archive) {
        return ArchiveIdentityYaml.exists(archive) || ArchiveStore.exists(ArchiveLayout.rocks(archive));
    }

    @Override
    public ArchiveCheck check(Path archive, ProgressListener progress) {
        try (StoppedArchive stopped = StoppedArchive.require(archive);
                StoreMemory memory = memory()) {
            return new ArchiveExamination(stopped, progress).run(memory);
        }
    }

    private static StoreMemory memory() {
        return new StoreMemory(WRITE_BUFFERS, CACHE);
    }
}
