package io.hotcopy.plan;

import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.ByteSize;
import io.hotcopy.term.DatabaseName;
import io.hotcopy.term.ElementId;
import java.nio.file.Path;
import java.util.SortedMap;

/**
 * A collection that a plan would have made or written into.
 *
 * @param id that of the run, for later verbs to name it
 * @param database whose it would be
 * @param sets where each archive's set would lie
 * @param size bytes it would take, as far as they can be estimated
 */
public record PlannedCollection(ElementId id, DatabaseName database, SortedMap<ArchiveId, Path> sets, ByteSize size) {}
