package io.hotcopy.embedded.sync;

import io.hotcopy.term.CommitNumber;
import java.nio.file.Path;
import java.util.UUID;

/**
 * Frames of an archive that its present journal does not hold: received by a SYNC, or written by itself before one.
 *
 * @param directory holds their segments
 * @param lineage id of the lineage that their numbers belong to
 * @param after every commit after this one that touches the archive's groups is here,
 * @param through up to this one
 * @param last the last commit that is here; at most {@code after} when there is none
 */
record Stretch(Path directory, UUID lineage, CommitNumber after, CommitNumber through, CommitNumber last) {}
