package io.hotcopy.backupset;

import io.hotcopy.backupset.ElementFacts.CommitTimes;
import io.hotcopy.backupset.ElementFacts.Member;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.ByteSize;
import io.hotcopy.term.CommitNumber;
import io.hotcopy.term.CommitRange;
import io.hotcopy.term.ElementId;
import io.hotcopy.term.Fingerprint;
import io.hotcopy.term.HotCopyType;
import io.hotcopy.term.SetId;
import io.hotcopy.term.StorageGroupName;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * {@code control/manifest.yaml}: everything there is to know of one element, in two YAML documents under one seal. The
 * first is what restores are planned from, the second the list of files; so a catalog of many sets need not parse
 * millions of file names, though it checks the seal over them.
 */
final class ManifestYaml {

    static final String FORMAT = "hotcopy-manifest";
    static final int VERSION = 1;

    /** Between the documents. No line of the first can look like it: all its text is quoted. */
    private static final String SEPARATOR = "\n---\n";

    private ManifestYaml() {}

    static byte[] write(ElementFacts element, List<DataFile> files, String tool) {
        String facts = StrictYaml.write(Document.of(element, tool)).stripTrailing();
        return SealedText.seal(FORMAT, VERSION, facts + SEPARATOR + FileList.write(files));
    }

    /** Checks the seal and splits the manifest, without reading further. */
    static Parts open(Path file, byte[] bytes) {
        String body = SealedText.open(file, bytes, FORMAT, VERSION);
        int end = body.indexOf(SEPARATOR);
        if (end < 0) {
            throw new DamagedSetException(file, "a list of files", "none");
        }
        return new Parts(file, body.substring(0, end + 1), body.substring(end + SEPARATOR.length()));
    }

    /**
     * A manifest whose seal is right.
     *
     * @param file named in what is thrown
     * @param facts the first document
     * @param files the second document
     */
    record Parts(Path file, String facts, String files) {

        ElementFacts readFacts() {
            return StrictYaml.read(file, facts, Document.class, Document::meaning);
        }

        List<DataFile> readFiles() {
            return FileList.read(file, files);
        }
    }

    private record Document(
            String tool,
            String id,
            String type,
            String directory,
            String previous,
            LineageYaml lineage,
            int archive,
            String archiveUuid,
            List<MemberDocument> members,
            long pinPoint,
            long cut,
            Map<String, RangeDocument> covers,
            TimesDocument times,
            Map<String, String> fingerprints,
            String began,
            String ended,
            long size) {

        static Document of(ElementFacts element, String tool) {
            return new Document(
                    tool,
                    element.id().toString(),
                    element.type().word(),
                    element.directory(),
                    element.previous().map(ElementId::toString).orElse(""),
                    LineageYaml.of(element.lineage()),
                    element.archive().value(),
                    element.archiveUuid().toString(),
                    element.members().stream().map(MemberDocument::of).toList(),
                    element.pinPoint().value(),
                    element.cut().value(),
                    perGroup(element.covers(), RangeDocument::of),
                    TimesDocument.of(element.times()),
                    perGroup(element.fingerprints(), Fingerprint::toString),
                    element.began().toString(),
                    element.ended().toString(),
                    element.size().bytes());
        }

        ElementFacts meaning() {
            return new ElementFacts(
                    ElementId.of(id),
                    HotCopyType.valueOf(type.toUpperCase(Locale.ROOT)),
                    directory,
                    previous.isEmpty() ? Optional.empty() : Optional.of(ElementId.of(previous)),
                    lineage.meaning(),
                    new ArchiveId(archive),
                    UUID.fromString(archiveUuid),
                    members.stream().map(MemberDocument::meaning).toList(),
                    new CommitNumber(pinPoint),
                    new CommitNumber(cut),
                    byGroup(covers, RangeDocument::meaning),
                    times.meaning(),
                    byGroup(fingerprints, Fingerprint::of),
                    Instant.parse(began),
                    Instant.parse(ended),
                    new ByteSize(size));
        }
    }

    private record MemberDocument(int archive, String set, List<String> storageGroups) {

        static MemberDocument of(Member member) {
            return new MemberDocument(
                    member.archive().value(),
                    member.set().toString(),
                    member.storageGroups().stream().map(StorageGroupName::value).toList());
        }

        Member meaning() {
            return new Member(
                    new ArchiveId(archive),
                    SetId.of(set),
                    storageGroups.stream().map(StorageGroupName::new).collect(Collectors.toCollection(TreeSet::new)));
        }
    }

    private record RangeDocument(long from, long through) {

        static RangeDocument of(CommitRange range) {
            return new RangeDocument(range.from().value(), range.through().value());
        }

        CommitRange meaning() {
            return new CommitRange(new CommitNumber(from), new CommitNumber(through));
        }
    }

    private record TimesDocument(String earliest, String latest, String stableMark) {

        static TimesDocument of(CommitTimes times) {
            return new TimesDocument(
                    times.earliest().map(Instant::toString).orElse(""),
                    times.latest().map(Instant::toString).orElse(""),
                    times.stableMark().toString());
        }

        CommitTimes meaning() {
            return new CommitTimes(optional(earliest), optional(latest), Instant.parse(stableMark));
        }

        private static Optional<Instant> optional(String time) {
            return time.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(time));
        }
    }

    private static <T, D> Map<String, D> perGroup(SortedMap<StorageGroupName, T> values, Function<T, D> document) {
        Map<String, D> written = new TreeMap<>();
        values.forEach((group, value) -> written.put(group.value(), document.apply(value)));
        return written;
    }

    private static <T, D> SortedMap<StorageGroupName, T> byGroup(Map<String, D> written, Function<D, T> meaning) {
        SortedMap<StorageGroupName, T> values = new TreeMap<>();
        written.forEach((group, document) -> values.put(new StorageGroupName(group), meaning.apply(document)));
        return values;
    }
}
