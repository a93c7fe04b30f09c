package io.hotcopy.restore;

import io.hotcopy.backupset.BackupSetWriter;
import io.hotcopy.backupset.ElementFacts;
import io.hotcopy.backupset.ElementFacts.Member;
import io.hotcopy.backupset.ElementWriter;
import io.hotcopy.backupset.SampleSets;
import io.hotcopy.backupset.SetFacts;
import io.hotcopy.term.ElementId;
import io.hotcopy.term.Fingerprint;
import io.hotcopy.term.HotCopyType;
import io.hotcopy.term.StorageGroupName;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A database whose history is known by heart: commit n puts {@code n} at key {@code n mod 7} of group {@code n mod
 * groups}. Its archives and sets are text files (see {@link TextArchiveFormat}). Sets that it began it can go on with.
 */
public final class TextDatabase {

    private static final int KEYS = 7;

    private final List<StorageGroupName> groups;
    private final Map<Path, BackupSetWriter> begun = new LinkedHashMap<>();

    public TextDatabase(String... groups) {
        this.groups = List.copyOf(SampleSets.groups(groups));
    }

    /** What a group holds after a commit. */
    public SortedMap<String, String> content(StorageGroupName group, long commit) {
        SortedMap<String, String> content = new TreeMap<>();
        for (long number = 1; number <= commit; number++) {
            if (touched(number).equals(group)) {
                content.put("k" + number % KEYS, Long.toString(number));
            }
        }
        return content;
    }

    public Fingerprint fingerprint(StorageGroupName group, long commit) {
        return TextArchiveFormat.fingerprint(content(group, commit));
    }

    /** The files of an archive that holds all up to {@code pinPoint}, with its journal through {@code cut}. */
    public Map<String, String> files(SortedSet<StorageGroupName> served, long pinPoint, long cut) {
        Map<String, String> files = new LinkedHashMap<>();
        for (StorageGroupName group : served) {
            files.put("records/" + group + ".txt", TextArchiveFormat.lines(content(group, pinPoint)));
        }
        StringBuilder journal = new StringBuilder();
        for (long number = pinPoint + 1; number <= cut; number++) {
            if (served.contains(touched(number))) {
                journal.append(number + " " + touched(number) + " k" + number % KEYS + " " + number + "\n");
            }
        }
        files.put("journal/1.txt", journal.toString());
        return files;
    }

    /**
     * Takes a coordinated full: one set a member, at {@code parent/set-<member's set>}, all published.
     *
     * @param pinPoints one a member
     */
    public List<SetFacts> full(Path parent, ElementId run, List<Member> members, List<Long> pinPoints, long cut) {
        List<ElementWriter> sealed = seal(parent, run, members, pinPoints, cut);
        sealed.forEach(ElementWriter::publish);
        return sealed.stream()
                .map(element -> SampleSets.holding(element.set(), sealedFacts(element, members, pinPoints, cut)))
                .toList();
    }

    /** The same up to the seals; nothing is published. */
    public List<ElementWriter> seal(Path parent, ElementId run, List<Member> members, List<Long> pinPoints, long cut) {
        List<ElementWriter> sealed = new ArrayList<>();
        for (Member member : members) {
            Path location = parent.resolve("archive-" + member.archive());
            BackupSetWriter set = BackupSetWriter.initialise(SampleSets.identity(location, member, run));
            begun.put(location, set);
            ElementWriter element = set.beginElement(run, HotCopyType.FULL);
            files(member.storageGroups(), pinPoints.get(members.indexOf(member)), cut)
                    .forEach((name, text) -> SampleSets.write(element, name, text));
            element.seal(sealedFacts(element, members, pinPoints, cut));
            sealed.add(element);
        }
        return sealed;
    }

    /** Takes an incremental of all members into the sets that {@link #full} began below {@code parent}. */
    public void incremental(Path parent, ElementId run, int number, List<Member> members, long from, long cut) {
        for (Member member : members) {
            ElementWriter element = begin(parent, member, run, HotCopyType.INCREMENTAL);
            for (StorageGroupName group : member.storageGroups()) {
                SortedMap<String, String> changed = new TreeMap<>(content(group, cut));
                changed.entrySet().removeIf(entry -> Long.parseLong(entry.getValue()) <= from);
                SampleSets.write(element, "changes/" + group + ".txt", TextArchiveFormat.lines(changed));
            }
            publish(
                    element,
                    SampleSets.incremental(element.set(), run, number, members, from, cut, element.finishedBytes()));
        }
    }

    /** Takes a journal hot copy of all members, likewise. */
    public void journal(Path parent, ElementId run, int number, List<Member> members, long from, long cut) {
        for (Member member : members) {
            ElementWriter element = begin(parent, member, run, HotCopyType.JOURNAL);
            String name = "journal/1.txt";
            SampleSets.write(
                    element, name, files(member.storageGroups(), from, cut).get(name));
            publish(
                    element,
                    SampleSets.journal(element.set(), run, number, members, from, cut, element.finishedBytes()));
        }
    }

    private ElementWriter begin(Path parent, Member member, ElementId run, HotCopyType type) {
        return begun.get(parent.resolve("archive-" + member.archive())).beginElement(run, type);
    }

    private void publish(ElementWriter element, ElementFacts facts) {
        element.seal(SampleSets.withFingerprints(
                facts, fingerprints(element.set().storageGroups(), facts.cut().value())));
        element.publish();
    }

    private ElementFacts sealedFacts(ElementWriter element, List<Member> members, List<Long> pinPoints, long cut) {
        SetFacts set = element.set();
        int index = members.stream().map(Member::set).toList().indexOf(set.id());
        ElementFacts facts =
                SampleSets.full(set, element.run(), members, pinPoints.get(index), cut, element.finishedBytes());
        return SampleSets.withFingerprints(facts, fingerprints(set.storageGroups(), cut));
    }

    private SortedMap<StorageGroupName, Fingerprint> fingerprints(SortedSet<StorageGroupName> served, long commit) {
        return served.stream()
                .collect(Collectors.toMap(
                        group -> group, group -> fingerprint(group, commit), (one, other) -> one, TreeMap::new));
    }

    private StorageGroupName touched(long commit) {
        return groups.get((int) (commit % groups.size()));
    }
}
