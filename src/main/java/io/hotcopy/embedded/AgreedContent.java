package io.hotcopy.embedded;

import io.hotcopy.embedded.store.TableInGroup;
import io.hotcopy.problem.HotCopyException;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.Fingerprint;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Whether archives that serve the same storage group hold the same in it, by their running fingerprints. */
final class AgreedContent {

    private final SortedMap<TableInGroup, Fingerprint> agreed = new TreeMap<>();
    private final Map<TableInGroup, ArchiveId> from = new TreeMap<>();

    private AgreedContent() {}

    /**
     * Compares archives that all hold everything through one commit.
     *
     * @return what they agree on
     * @throws HotCopyException when two differ
     */
    static SortedMap<TableInGroup, Fingerprint> of(List<FoundArchive> archives) {
        AgreedContent content = new AgreedContent();
        for (FoundArchive archive : archives) {
            archive.store().runningFingerprints().forEach((part, sum) -> content.add(archive.id(), part, sum));
        }
        archives.forEach(content::requireAll);
        return content.agreed;
    }

    private void add(ArchiveId archive, TableInGroup part, Fingerprint sum) {
        Fingerprint other = agreed.putIfAbsent(part, sum);
        from.putIfAbsent(part, archive);
        if (other != null && !other.equals(sum)) {
            throw differ(part, archive, sum);
        }
    }

    /** What one archive has and another does not is a difference too, unless it is nothing. */
    private void requireAll(FoundArchive archive) {
        SortedMap<TableInGroup, Fingerprint> own = archive.store().runningFingerprints();
        agreed.forEach((part, sum) -> {
            if (archive.known().serves().contains(part.group()) && !own.containsKey(part) && !sum.isZero()) {
                throw differ(part, archive.id(), Fingerprint.ZERO);
            }
        });
    }

    private HotCopyException differ(TableInGroup part, ArchiveId archive, Fingerprint sum) {
        return new HotCopyException(
                "archives " + from.get(part) + " and " + archive + " hold different content in storage group "
                        + part.group() + ", table " + part.table() + ": fingerprints " + agreed.get(part) + " and "
                        + sum,
                "Find out which one is damaged, and start with that one declared lost.");
    }
}
