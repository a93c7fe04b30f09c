package io.hotcopy.embedded;

import io.hotcopy.embedded.commit.Member;
import io.hotcopy.embedded.journal.Leases;
import io.hotcopy.embedded.state.ChainEnd;
import io.hotcopy.embedded.state.KnownArchive;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.CommitNumber;
import io.hotcopy.term.ElementId;
import io.hotcopy.term.SetId;

/**
 * An element that has been published, or a full that has been pinned.
 *
 * @param member whose archive it was copied from
 * @param element its id
 * @param set the set it lies in
 * @param cut the last commit that it holds; of a pinned full, its pin point
 * @param before what was known of the archive when the copy began
 * @param journalHotCopy whether journal hot copy is enabled for the archive
 */
record Publication(
        Member member, ElementId element, SetId set, CommitNumber cut, KnownArchive before, boolean journalHotCopy) {

    ArchiveId archive() {
        return member.archive();
    }

    Leases leases() {
        return member.leases();
    }

    /** @param opening whether the chain begins with it, and not ends with it */
    ChainEnd chainEnd(boolean opening) {
        return new ChainEnd(set, element, opening, cut);
    }
}
