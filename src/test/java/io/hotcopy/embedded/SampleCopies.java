package io.hotcopy.embedded;

import io.hotcopy.backupset.ElementFacts;
import io.hotcopy.backupset.SetFacts;
import io.hotcopy.driver.ArchiveCopy;
import io.hotcopy.driver.CopyRequest;
import io.hotcopy.driver.Cut;
import io.hotcopy.driver.JournalSlice;
import io.hotcopy.driver.Pin;
import io.hotcopy.driver.PinnedCopies;
import io.hotcopy.driver.SourceFile;
import io.hotcopy.progress.ProgressListener;
import io.hotcopy.restore.RestoredState;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.ByteSize;
import io.hotcopy.term.CommitNumber;
import io.hotcopy.term.CommitRange;
import io.hotcopy.term.ElementId;
import io.hotcopy.term.HotCopyType;
import io.hotcopy.term.SetId;
import io.hotcopy.term.StorageGroupName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

/** Full hot copies of a running domain, taken as the engine takes them, and restored as the restore tool restores. */
final class SampleCopies {

    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final Path directory;
    private long ids;

    /** @param directory where copies and restored archives go */
    SampleCopies(Path directory) {
        this.directory = directory;
    }

    /** One archive of a coordinated copy: its facts, and where its files lie. */
    record Copied(SetFacts facts, Path data) {
        ElementFacts full() {
            return facts.elements().get(0);
        }
    }

    /** Copies archives together. */
    List<Copied> copy(EmbeddedDomain domain, int... archives) {
        return copy(domain, () -> {}, archives);
    }

    /** Copies archives together, and does something between the pins and the cut. */
    List<Copied> copy(EmbeddedDomain domain, Runnable meanwhile, int... archives) {
        PinnedCopies copies = domain.copies(SampleDomain.NAME);
        ElementId run = new ElementId(new UUID(8, ++ids));
        Map<ArchiveCopy, SetId> begun =
                new TreeMap<>((one, other) -> one.archive().compareTo(other.archive()));
        try {
            for (int archive : archives) {
                SetId set = new SetId(new UUID(9, ++ids));
                begun.put(
                        copies.begin(new ArchiveId(archive), new CopyRequest(run, HotCopyType.FULL, Optional.of(set))),
                        set);
            }
            begun.keySet().forEach(ArchiveCopy::initialised);
            List<Copied> copied = copy(copies, run, begun, meanwhile);
            copied.forEach(each -> copyOf(each, begun).published(each.full().cut()));
            return copied;
        } finally {
            begun.keySet().forEach(ArchiveCopy::close);
        }
    }

    /** As if the process died when the full had been renamed into place, but before the database heard of it. */
    Copied untold(EmbeddedDomain domain, int archive) {
        PinnedCopies copies = domain.copies(SampleDomain.NAME);
        ElementId run = new ElementId(new UUID(8, ++ids));
        SetId set = new SetId(new UUID(9, ++ids));
        ArchiveCopy copy =
                copies.begin(new ArchiveId(archive), new CopyRequest(run, HotCopyType.FULL, Optional.of(set)));
        copy.initialised();
        Copied copied = copy(copies, run, Map.of(copy, set), () -> {}).get(0);
        domain.crash();
        return copied;
    }

    private static ArchiveCopy copyOf(Copied copied, Map<ArchiveCopy, SetId> begun) {
        return begun.keySet().stream()
                .filter(copy -> copy.archive().equals(copied.facts().archive()))
                .findFirst()
                .orElseThrow();
    }

    private List<Copied> copy(PinnedCopies copies, ElementId run, Map<ArchiveCopy, SetId> begun, Runnable meanwhile) {
        Map<ArchiveCopy, Pin> pins = new TreeMap<>((one, other) -> one.archive().compareTo(other.archive()));
        begun.forEach((copy, set) -> {
            Pin pin = copy.pin();
            pins.put(copy, pin);
            pin.files().forEach(file -> copy(file, directory.resolve(set.toString())));
        });
        meanwhile.run();
        Cut cut = copies.cut(List.copyOf(begun.keySet()), PATIENCE);
        List<Copied> copied = new ArrayList<>();
        begun.forEach((copy, set) -> {
            Path data = directory.resolve(set.toString());
            JournalSlice journal = pins.get(copy).journal(cut);
            journal.files().forEach(file -> copy(file, data));
            copied.add(new Copied(facts(copy, set, run, pins.get(copy), cut, journal), data));
        });
        return copied;
    }

    private static void copy(SourceFile file, Path data) {
        Path target = data.resolve(file.name());
        try {
            Files.createDirectories(target.getParent());
            try (ReadableByteChannel source = file.open();
                    FileChannel sink =
                            FileChannel.open(target, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                long done = 0;
                while (done < file.length()) {
                    done += sink.transferFrom(source, done, file.length() - done);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private SetFacts facts(ArchiveCopy copy, SetId set, ElementId run, Pin pin, Cut cut, JournalSlice journal) {
        SortedMap<StorageGroupName, CommitRange> covers = new TreeMap<>();
        copy.storageGroups().forEach(group -> covers.put(group, journal.range()));
        ElementFacts full = new ElementFacts(
                run,
                HotCopyType.FULL,
                "full",
                Optional.empty(),
                copy.lineage(),
                copy.archive(),
                copy.archiveUuid(),
                List.of(new ElementFacts.Member(copy.archive(), set, copy.storageGroups())),
                pin.pinPoint(),
                cut.number(),
                covers,
                new ElementFacts.CommitTimes(journal.earliest(), journal.latest(), cut.stableMark()),
                cut.fingerprints(),
                Instant.EPOCH,
                Instant.EPOCH,
                new ByteSize(0));
        return new SetFacts(
                directory.resolve(set.toString()),
                copy.kind(),
                set,
                copy.lineage(),
                SampleDomain.NAME,
                copy.databaseUuid(),
                copy.archive(),
                copy.archiveUuid(),
                copy.storageGroups(),
                run,
                Instant.EPOCH,
                List.of(full));
    }

    /** Restores copies to a commit, each into a directory {@code archive-<id>} of one new directory. */
    Path restore(List<Copied> copied, CommitNumber target) {
        Path restored = directory.resolve("restored-" + ++ids);
        for (Copied each : copied) {
            Path archive = restored.resolve("archive-" + each.facts().archive());
            try (Stream<Path> files = Files.walk(each.data())) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Path to = archive.resolve(each.data().relativize(file));
                    Files.createDirectories(to.getParent());
                    Files.copy(file, to);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            RestoredState state = new RestoredState(
                    each.facts(),
                    List.of(),
                    new UUID(10, ++ids),
                    each.facts().lineage(),
                    target,
                    each.full().id());
            new EmbeddedArchiveFormat().finish(archive, state, ProgressListener.NONE);
        }
        return restored;
    }

    /** Restores copies to their cut. */
    Path restore(List<Copied> copied) {
        return restore(copied, copied.get(0).full().cut());
    }
}
