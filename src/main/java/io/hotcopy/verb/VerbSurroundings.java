package io.hotcopy.verb;

import io.hotcopy.dsl.SourceReader;
import java.nio.file.Path;
import java.time.Clock;
import java.util.random.RandomGenerator;

/**
 * What the verbs find around themselves.
 *
 * @param clock the time of day
 * @param random for new identities
 * @param workingDirectory where relative paths of requests start; absolute
 * @param sources reads declarations
 */
public record VerbSurroundings(Clock clock, RandomGenerator random, Path workingDirectory, SourceReader sources) {}
