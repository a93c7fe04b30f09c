package io.hotcopy.embedded;

import io.hotcopy.backupset.ElementFacts;
import io.hotcopy.driver.ArchiveCopy;
import io.hotcopy.driver.Changes;
import io.hotcopy.driver.Continuation;
import io.hotcopy.driver.CopyRequest;
import io.hotcopy.driver.Cut;
import io.hotcopy.driver.JournalSlice;
import io.hotcopy.driver.ProducedFile;
import io.hotcopy.driver.SourceFile;
import io.hotcopy.embedded.SampleCopies.Copied;
import io.hotcopy.progress.ProgressListener;
import io.hotcopy.restore.RestoredState;
import io.hotcopy.restore.SourceStep;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.ByteSize;
import io.hotcopy.term.CommitRange;
import io.hotcopy.term.ElementId;
import io.hotcopy.term.Fingerprint;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

/** Incremental and journal hot copies of one archive, taken as the engine takes them, and what they restore to. */
final class CopySeries {

    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final Path directory;
    private final ArchiveId archive;
    /** What each set shows: its newest element of each chain. */
    private final Map<SetId, Continuation> records = new HashMap<>();

    private final Map<SetId, Continuation> journals = new HashMap<>();
    private EmbeddedDomain domain;
    private long ids;

    CopySeries(EmbeddedDomain domain, int archive, Path directory) {
        this.domain = domain;
        this.archive = new ArchiveId(archive);
        this.directory = directory;
    }

    /** Goes on with the domain as it was started again. */
    void goOnWith(EmbeddedDomain again) {
        domain = again;
    }

    /** Takes a full. */
    Copied full(SampleCopies copies) {
        Copied full = copies.copy(domain, archive.value()).get(0);
        records.put(set(full), new Continuation(full.full().id(), full.full().cut()));
        return full;
    }

    /** As if the process died when a full had been renamed into place, but before the database heard of it. */
    Copied untoldFull(SampleCopies copies) {
        Copied full = copies.untold(domain, archive.value());
        records.put(set(full), new Continuation(full.full().id(), full.full().cut()));
        return full;
    }

    static SetId set(Copied full) {
        return full.facts().id();
    }

    /** Takes an incremental into the set of a full. */
    SourceStep incremental(Copied into) {
        return take(HotCopyType.INCREMENTAL, set(into), true);
    }

    /** Takes a journal element into the set of a full. */
    SourceStep journal(Copied into) {
        return take(HotCopyType.JOURNAL, set(into), true);
    }

    /** As if the process died when the element had been renamed into place, but before the database heard of it. */
    SourceStep untold(HotCopyType type, Copied into) {
        return take(type, set(into), false);
    }

    /** As if somebody deleted the newest elements of the set, but for the full. */
    void forget(Copied full) {
        records.put(set(full), new Continuation(full.full().id(), full.full().cut()));
        journals.remove(set(full));
    }

    private SourceStep take(HotCopyType type, SetId set, boolean told) {
        ElementId run = new ElementId(new UUID(20, ++ids));
        CopyRequest request = new CopyRequest(run, type, Optional.of(set));
        try (ArchiveCopy copy = domain.copies(SampleDomain.NAME).begin(archive, request)) {
            Map<SetId, Continuation> shown = type == HotCopyType.JOURNAL ? journals : records;
            Continuation from = copy.continuation(Optional.ofNullable(shown.get(set)));
            Cut cut = domain.copies(SampleDomain.NAME).cut(List.of(copy), PATIENCE);
            SourceStep step = type == HotCopyType.JOURNAL
                    ? journal(copy, run, set, from, cut)
                    : changes(copy, run, set, from, cut);
            shown.put(set, new Continuation(run, cut.number()));
            if (told) {
                copy.published(cut.number());
            }
            return step;
        }
    }

    private SourceStep changes(ArchiveCopy copy, ElementId run, SetId set, Continuation from, Cut cut) {
        Changes changes = copy.changes(from, cut);
        Path data = directory.resolve(run.toString());
        changes.files().forEach(file -> write(data, file));
        ElementFacts.CommitTimes times =
                new ElementFacts.CommitTimes(changes.earliest(), changes.latest(), cut.stableMark());
        return step(copy, data, facts(copy, run, set, HotCopyType.INCREMENTAL, from, cut, times));
    }

    private SourceStep journal(ArchiveCopy copy, ElementId run, SetId set, Continuation from, Cut cut) {
        JournalSlice slice = copy.journal(from, cut);
        Path data = directory.resolve(run.toString());
        slice.files().forEach(file -> write(data, file));
        ElementFacts.CommitTimes times =
                new ElementFacts.CommitTimes(slice.earliest(), slice.latest(), cut.stableMark());
        return step(copy, data, facts(copy, run, set, HotCopyType.JOURNAL, from, cut, times));
    }

    private static SourceStep step(ArchiveCopy copy, Path data, ElementFacts facts) {
        return new SourceStep(data, facts, facts.covers());
    }

    private static void write(Path data, ProducedFile file) {
        try (FileChannel target = create(data, file.name())) {
            file.writeTo(target);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path data, SourceFile file) {
        try (FileChannel target = create(data, file.name());
                ReadableByteChannel source = file.open()) {
            for (long done = 0; done < file.length(); ) {
                done += target.transferFrom(source, done, file.length() - done);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FileChannel create(Path data, String name) throws IOException {
        Path file = data.resolve(name);
        Files.createDirectories(file.getParent());
        return FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    private static ElementFacts facts(
            ArchiveCopy copy,
            ElementId run,
            SetId set,
            HotCopyType type,
            Continuation from,
            Cut cut,
            ElementFacts.CommitTimes times) {
        SortedMap<StorageGroupName, CommitRange> covers = new TreeMap<>();
        SortedMap<StorageGroupName, Fingerprint> fingerprints = new TreeMap<>();
        copy.storageGroups().forEach(group -> {
            covers.put(group, new CommitRange(from.after(), cut.number()));
            fingerprints.put(group, cut.fingerprints().get(group));
        });
        return new ElementFacts(
                run,
                type,
                run.toString(),
                Optional.of(from.previous()),
                copy.lineage(),
                copy.archive(),
                copy.archiveUuid(),
                List.of(new ElementFacts.Member(copy.archive(), set, copy.storageGroups())),
                from.after(),
                cut.number(),
                covers,
                times,
                fingerprints,
                Instant.EPOCH,
                Instant.EPOCH,
                new ByteSize(0));
    }

    /** Restores a full and the steps after it to the cut of the last. */
    Path restore(Copied full, List<SourceStep> steps) {
        Path restored = directory.resolve("restored-" + ++ids);
        try (Stream<Path> files = Files.walk(full.data())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path to = restored.resolve(full.data().relativize(file));
                Files.createDirectories(to.getParent());
                Files.copy(file, to);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ElementFacts last =
                steps.isEmpty() ? full.full() : steps.get(steps.size() - 1).element();
        RestoredState state = new RestoredState(
                full.facts(), steps, new UUID(21, ++ids), full.facts().lineage(), last.cut(), last.id());
        new EmbeddedArchiveFormat().finish(restored, state, ProgressListener.NONE);
        return restored;
    }

    /** Restores, and scans every record of what came out. */
    SortedMap<StorageGroupName, Fingerprint> scanned(Copied full, List<SourceStep> steps) {
        return new EmbeddedArchiveFormat().scan(restore(full, steps), ProgressListener.NONE);
    }
}
