package io.hotcopy.restore;

import io.hotcopy.backupset.ElementFacts;
import io.hotcopy.backupset.FileTrouble;
import io.hotcopy.backupset.SampleSets;
import io.hotcopy.backupset.SyncedFiles;
import io.hotcopy.problem.HotCopyException;
import io.hotcopy.progress.ProgressListener;
import io.hotcopy.term.CommitNumber;
import io.hotcopy.term.Fingerprint;
import io.hotcopy.term.HotCopyType;
import io.hotcopy.term.Lineage;
import io.hotcopy.term.StorageGroupName;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The kind "test": {@code records/<group>.txt} holds lines {@code key value}, {@code journal/1.txt} lines {@code commit
 * group key value}, {@code changes/<group>.txt} of an incremental lines {@code key value}; a restored archive has
 * {@code restored.txt} and no journal.
 */
public class TextArchiveFormat implements ArchiveFormat {

    @Override
    public String kind() {
        return "test";
    }

    @Override
    public void finish(Path archive, RestoredState state, ProgressListener progress) {
        SortedMap<StorageGroupName, SortedMap<String, String>> content = content(archive);
        redo(archive, content, (group, commit) -> commit <= state.target().value());
        state.steps().forEach(step -> bringIn(step, content));
        content.forEach((group, records) -> write(archive.resolve("records/" + group + ".txt"), lines(records)));
        SortedMap<String, String> accounted = new TreeMap<>();
        content.forEach((group, records) ->
                accounted.put(group.value(), fingerprint(records).toString()));
        write(archive.resolve("accounted.txt"), lines(accounted));
        write(archive.resolve("journal/1.txt"), "");
        write(
                archive.resolve("restored.txt"),
                state.lineage().id() + " " + state.target() + " " + state.run() + " " + state.newArchiveUuid());
    }

    private static void redo(
            Path data,
            SortedMap<StorageGroupName, SortedMap<String, String>> content,
            BiPredicate<StorageGroupName, Long> wanted) {
        for (String line : lines(data.resolve("journal/1.txt"))) {
            String[] words = line.split(" ");
            StorageGroupName group = new StorageGroupName(words[1]);
            if (wanted.test(group, Long.parseLong(words[0]))) {
                content.get(group).put(words[2], words[3]);
            }
        }
    }

    private static void bringIn(SourceStep step, SortedMap<StorageGroupName, SortedMap<String, String>> content) {
        if (step.element().type() == HotCopyType.INCREMENTAL) {
            step.takes().keySet().forEach(group -> content.get(group)
                    .putAll(records(step.data().resolve("changes/" + group + ".txt"))));
        } else {
            redo(
                    step.data(),
                    content,
                    (group, commit) -> step.takes().containsKey(group)
                            && step.takes().get(group).contains(new CommitNumber(commit)));
        }
    }

    @Override
    public SortedMap<StorageGroupName, Fingerprint> accounted(Path archive) {
        SortedMap<StorageGroupName, Fingerprint> accounted = new TreeMap<>();
        records(archive.resolve("accounted.txt"))
                .forEach((group, sum) -> accounted.put(new StorageGroupName(group), Fingerprint.of(sum)));
        return accounted;
    }

    @Override
    public SortedMap<StorageGroupName, Fingerprint> scan(Path archive, ProgressListener progress) {
        SortedMap<StorageGroupName, Fingerprint> scanned = new TreeMap<>();
        content(archive).forEach((group, records) -> scanned.put(group, fingerprint(records)));
        return scanned;
    }

    @Override
    public void commitTimes(List<JournalSource> sources, BiConsumer<CommitNumber, Instant> each) {
        for (JournalSource source : sources) {
            for (String line : lines(source.data().resolve("journal/1.txt"))) {
                long commit = Long.parseLong(line.split(" ")[0]);
                each.accept(new CommitNumber(commit), SampleSets.TIME.plusSeconds(commit));
            }
        }
    }

    /** There is one table, "t". */
    @Override
    public List<JournalHit> history(List<JournalSource> sources, JournalQuestion question, ProgressListener progress) {
        SortedMap<CommitNumber, JournalHit> hits = new TreeMap<>(Comparator.reverseOrder());
        for (JournalSource source : sources) {
            for (String line : lines(source.data().resolve("journal/1.txt"))) {
                String[] words = line.split(" ");
                byte[] key = words[2].getBytes(StandardCharsets.UTF_8);
                if (question.key().map(wanted -> Arrays.equals(wanted, key)).orElse(true)) {
                    CommitNumber commit = new CommitNumber(Long.parseLong(words[0]));
                    Instant time = SampleSets.TIME.plusSeconds(commit.value());
                    Lineage lineage = source.element().lineage();
                    hits.put(commit, new JournalHit(lineage, commit, time, JournalHit.Action.PUT, Optional.of(key)));
                }
            }
        }
        return hits.values().stream().limit(question.limit()).toList();
    }

    @Override
    public CommitNumber read(Path data, ElementFacts element, ProgressListener progress) {
        if (element.type() == HotCopyType.INCREMENTAL) {
            element.covers().keySet().forEach(group -> records(data.resolve("changes/" + group + ".txt")));
            return element.cut();
        }
        if (element.type() == HotCopyType.FULL) {
            content(data);
        }
        CommitNumber highest = element.pinPoint();
        for (String line : lines(data.resolve("journal/1.txt"))) {
            try {
                highest = CommitNumber.max(highest, new CommitNumber(Long.parseLong(line.split(" ")[0])));
            } catch (NumberFormatException garbage) {
                throw new HotCopyException("cannot decode \"" + data.resolve("journal/1.txt") + "\"", garbage);
            }
        }
        return highest;
    }

    /** What an archive holds, group by group. */
    public static SortedMap<StorageGroupName, SortedMap<String, String>> content(Path archive) {
        SortedMap<StorageGroupName, SortedMap<String, String>> content = new TreeMap<>();
        try (Stream<Path> files = Files.list(archive.resolve("records"))) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString().replace(".txt", "");
                content.put(new StorageGroupName(name), records(file));
            }
        } catch (IOException trouble) {
            throw FileTrouble.cannot("list", archive, trouble);
        }
        return content;
    }

    @Override
    public boolean holds(Path archive) {
        return Files.isDirectory(archive.resolve("records"));
    }

    @Override
    public ArchiveCheck check(Path archive, ProgressListener progress) {
        return new ArchiveCheck(
                Optional.empty(),
                Optional.empty(),
                new TreeSet<>(content(archive).keySet()),
                List.of(),
                List.of());
    }

    static Fingerprint fingerprint(SortedMap<String, String> records) {
        return records.entrySet().stream()
                .map(entry -> hash(entry.getKey() + " " + entry.getValue()))
                .reduce(Fingerprint.ZERO, Fingerprint::plus);
    }

    static String lines(SortedMap<String, String> records) {
        return records.entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue() + "\n")
                .collect(Collectors.joining());
    }

    private static SortedMap<String, String> records(Path file) {
        SortedMap<String, String> records = new TreeMap<>();
        for (String line : lines(file)) {
            String[] words = line.split(" ");
            if (words.length != 2) {
                throw new HotCopyException("cannot decode \"" + file + "\"");
            }
            records.put(words[0], words[1]);
        }
        return records;
    }

    private static Iterable<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException trouble) {
            throw FileTrouble.cannot("read", file, trouble);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.deleteIfExists(file);
            SyncedFiles.writeFile(file, text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException trouble) {
            throw FileTrouble.cannot("write", file, trouble);
        }
    }

    private static Fingerprint hash(String line) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(line.getBytes(StandardCharsets.UTF_8));
            return Fingerprint.readFrom(ByteBuffer.wrap(digest));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
