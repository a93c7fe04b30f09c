package io.hotcopy.restore;

import io.hotcopy.backupset.ElementFacts;
import io.hotcopy.term.CommitRange;
import io.hotcopy.term.StorageGroupName;
import java.nio.file.Path;
import java.util.SortedMap;

/**
 * One element to bring in over the base of an archive, read in place.
 *
 * @param data its data directory, checked against its manifest
 * @param element what its manifest says
 * @param takes per storage group, from which commit to which it carries the archive; the rest of it is to be ignored
 */
public record SourceStep(Path data, ElementFacts element, SortedMap<StorageGroupName, CommitRange> takes) {}
