package io.hotcopy.catalog;

import io.hotcopy.backupset.ElementFacts;
import io.hotcopy.term.ByteSize;
import io.hotcopy.term.CommitNumber;
import io.hotcopy.term.CommitRange;
import io.hotcopy.term.ElementId;
import io.hotcopy.term.HotCopyType;
import io.hotcopy.term.StorageGroupName;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the index keeps of a published element. It serves to miss the element when it is gone; what can be restored is
 * decided on manifests only.
 *
 * @param id the run that made it
 * @param type full, incremental or journal
 * @param directory its directory's name within the set
 * @param cut the latest state it can give
 * @param covers per storage group the commits that are here
 * @param began when the copy began
 * @param ended when its last byte was written
 * @param stableMark up to when it tells all that was committed
 * @param size bytes of all its data files
 */
public record KnownElement(
        ElementId id,
        HotCopyType type,
        String directory,
        CommitNumber cut,
        SortedMap<StorageGroupName, CommitRange> covers,
        Instant began,
        Instant ended,
        Instant stableMark,
        ByteSize size) {

    /** The full first, then as restores read them. */
    static final Comparator<KnownElement> ORDER = Comparator.comparing(
                    (KnownElement element) -> element.type() != HotCopyType.FULL)
            .thenComparing(KnownElement::cut)
            .thenComparing(KnownElement::type)
            .thenComparing(element -> element.id().toString());

    public KnownElement {
        covers = Collections.unmodifiableSortedMap(new TreeMap<>(covers));
    }

    static KnownElement of(ElementFacts facts) {
        return new KnownElement(
                facts.id(),
                facts.type(),
                facts.directory(),
                facts.cut(),
                facts.covers(),
                facts.began(),
                facts.ended(),
                facts.times().stableMark(),
                facts.size());
    }
}
