package io.hotcopy.embedded.journal;

import io.hotcopy.problem.HotCopyException;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.CommitNumber;
import io.hotcopy.term.Fingerprint;
import io.hotcopy.term.Lineage;
import io.hotcopy.term.StorageGroupName;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.UUID;

/** Journals and frames for tests; the same arguments give the same frames. */
final class SampleJournal {

    static final Instant TIME = Instant.parse("2026-11-22T20:30:00.123456Z");
    static final Clock CLOCK = Clock.fixed(TIME, ZoneOffset.UTC);
    static final StorageGroupName SG1 = new StorageGroupName("SG1");
    static final StorageGroupName SG2 = new StorageGroupName("SG2");
    static final Lineage LINEAGE = Lineage.created(new UUID(1, 1));
    static final JournalIdentity IDENTITY =
            new JournalIdentity(new UUID(2, 2), LINEAGE, new ArchiveId(3), new UUID(4, 4));
    static final JournalSettings SMALL = new JournalSettings(16 << 10, 1 << 20);

    private SampleJournal() {}

    /** Remembers what it is told. */
    static class Told implements JournalListener {
        final List<CommitNumber> durable = Collections.synchronizedList(new ArrayList<>());
        final List<Integer> batches = Collections.synchronizedList(new ArrayList<>());
        final List<HotCopyException> failures = Collections.synchronizedList(new ArrayList<>());
        final List<Optional<Lease>> quota = Collections.synchronizedList(new ArrayList<>());

        volatile int durableAfterFailure;

        @Override
        public void durable(List<CommitNumber> commits) {
            durableAfterFailure += failures.size();
            batches.add(commits.size());
            durable.addAll(commits);
        }

        @Override
        public void failed(HotCopyException cause) {
            failures.add(cause);
        }

        @Override
        public void quota(long usedBytes, long quotaBytes, Optional<Lease> dropped) {
            quota.add(dropped);
        }
    }

    static Journal open(Path directory, JournalSettings settings, JournalListener listener) {
        Leases leases = Leases.open(directory.resolveSibling("leases.yaml"));
        return open(directory, settings, leases, listener, 1);
    }

    static Journal open(Path directory, JournalSettings settings, Leases leases, JournalListener listener, long seed) {
        JournalScan found = JournalReader.scan(directory, entry -> {});
        return Journal.open(directory, IDENTITY, settings, found, leases, listener, new SplittableRandom(seed), CLOCK);
    }

    static Journal open(Path directory, JournalIdentity identity, JournalListener listener) {
        Leases leases = Leases.open(directory.resolveSibling("leases.yaml"));
        JournalScan found = JournalReader.scan(directory, entry -> {});
        return Journal.open(directory, identity, SMALL, found, leases, listener, new SplittableRandom(1), CLOCK);
    }

    static SortedSet<ArchiveId> archives(int... values) {
        SortedSet<ArchiveId> archives = new TreeSet<>();
        for (int value : values) {
            archives.add(new ArchiveId(value));
        }
        return archives;
    }

    static CommitNumber number(long value) {
        return new CommitNumber(value);
    }

    /** A commit of both groups with one put of {@code bytes} and one tombstone. */
    static CommitFrame commit(long number, int bytes) {
        byte[] value = new byte[bytes];
        new SplittableRandom(number).nextBytes(value);
        return new CommitFrame(
                number(number),
                7,
                TIME.plusMillis(number),
                archives(0, 3),
                new TreeSet<>(List.of(SG1, SG2)),
                List.of(
                        new FingerprintDifference(SG1, 1, new Fingerprint(number, -number)),
                        new FingerprintDifference(SG2, 2, new Fingerprint(-number, number))),
                List.of(
                        new Operation(SG1, key(1, "put-" + number), value),
                        new Operation(SG2, key(2, "gone-" + number), null)));
    }

    static byte[] key(int table, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(4 + bytes.length).putInt(table).put(bytes).array();
    }

    static ViewFrame view(long number, long voidAbove) {
        return new ViewFrame(new View(number, new UUID(5, number), archives(0, 1, 3), number(voidAbove), TIME));
    }

    /** The frames of commits, views and marks in a directory, in order. */
    static List<Frame> frames(Path directory) {
        List<Frame> frames = new ArrayList<>();
        JournalReader.scan(directory, entry -> frames.add(entry.frame()));
        return frames;
    }
}
