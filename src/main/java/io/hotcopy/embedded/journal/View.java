package io.hotcopy.embedded.journal;

import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.CommitNumber;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;

/**
 * The numbered list of storage managers that serve, and which earlier commits it declares void.
 *
 * @param number rises by each change
 * @param id random, so that two views of one number are told apart
 * @param members the archives that serve
 * @param voidAbove commits above it written under <em>earlier</em> views are void; {@link #NOTHING_VOID} when none is
 * @param time when it was made, whole microseconds
 */
public record View(long number, UUID id, SortedSet<ArchiveId> members, CommitNumber voidAbove, Instant time) {

    /** The {@code voidAbove} of a change that voids nothing, such as an eviction in a running database. */
    public static final CommitNumber NOTHING_VOID = new CommitNumber(Long.MAX_VALUE);

    public View {
        members = Collections.unmodifiableSortedSet(new TreeSet<>(members));
        time = time.truncatedTo(ChronoUnit.MICROS);
    }
}
