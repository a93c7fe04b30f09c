package io.hotcopy.embedded;

import io.hotcopy.embedded.start.Decision;
import io.hotcopy.term.CommitNumber;
import java.util.List;
import java.util.Optional;

/**
 * Who serves after a start, and from which commit on.
 *
 * @param members the archives of the new view
 * @param decision through which commit the database is whole
 * @param fork where a new lineage begins, when the start is a forced one
 * @param losses what a forced start gives up, as sentences
 */
record Roster(List<FoundArchive> members, Decision decision, Optional<CommitNumber> fork, List<String> losses) {}
