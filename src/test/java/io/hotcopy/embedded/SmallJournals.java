package io.hotcopy.embedded;

import io.hotcopy.embedded.journal.Journal;
import io.hotcopy.embedded.journal.JournalIdentity;
import io.hotcopy.embedded.journal.JournalListener;
import io.hotcopy.embedded.journal.JournalReader;
import io.hotcopy.embedded.journal.JournalSettings;
import io.hotcopy.embedded.journal.Lease;
import io.hotcopy.embedded.journal.Leases;
import io.hotcopy.problem.HotCopyException;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.CommitNumber;
import io.hotcopy.term.Lineage;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;

/** Journals of small segments, so that a few commits fill several. */
final class SmallJournals {

    private static final JournalSettings SETTINGS = new JournalSettings(16_384, 1L << 30);
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T10:00:00Z"), ZoneOffset.UTC);

    private SmallJournals() {}

    static Journal open(Path archive, UUID databaseUuid, Lineage lineage, ArchiveId id, UUID archiveUuid) {
        Path directory = ArchiveLayout.journal(archive);
        return Journal.open(
                directory,
                new JournalIdentity(databaseUuid, lineage, id, archiveUuid),
                SETTINGS,
                JournalReader.scan(directory, entry -> {}),
                Leases.open(archive.resolve("leases.yaml")),
                new Listener(),
                new SplittableRandom(archiveUuid.getMostSignificantBits()),
                CLOCK);
    }

    /** A journal that fails makes the next {@code sync} throw; nothing else is of interest here. */
    private static final class Listener implements JournalListener {
        @Override
        public void durable(List<CommitNumber> commits) {}

        @Override
        public void failed(HotCopyException cause) {}

        @Override
        public void quota(long usedBytes, long quotaBytes, Optional<Lease> dropped) {}
    }
}
