package io.hotcopy.verb;

import io.hotcopy.catalog.CatalogRebuild.Rebuilt;
import java.nio.file.Path;
import java.util.List;

/**
 * What was made of the index.
 *
 * @param planned whether this is a dry run, in which nothing is written
 * @param below the directories that were looked into
 * @param rebuilt what was found there, and what the index did not know
 */
public record CatalogRebuildResult(boolean planned, List<Path> below, Rebuilt rebuilt) implements VerbResult {}
