package io.hotcopy.verb;

import io.hotcopy.dsl.SourceReader;
import io.hotcopy.embedded.EmbeddedSettings;
import io.hotcopy.live.Neighbours;
import io.hotcopy.restore.ArchiveFormats;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/**
 * What the verbs find around themselves.
 *
 * @param clock the time of day
 * @param random for new identities
 * @param workingDirectory where relative paths of requests start; absolute
 * @param home the directory of our own state, absolute: catalog index and run ledger of each domain; made when
 *     something is first kept there
 * @param sources reads declarations
 * @param formats the kinds of database whose archives can be made and read
 * @param memory how much memory and disk embedded databases may take
 * @param events hears, as a sentence, what happens in a running domain by itself; called on the domain's threads
 * @param neighbours the domains of other processes, and what they see of this one
 */
public record VerbSurroundings(
        Clock clock,
        RandomGenerator random,
        Path workingDirectory,
        Path home,
        SourceReader sources,
        ArchiveFormats formats,
        EmbeddedSettings memory,
        Consumer<String> events,
        Neighbours neighbours) {

    /** The same without any other process. */
    public VerbSurroundings(
            Clock clock,
            RandomGenerator random,
            Path workingDirectory,
            Path home,
            SourceReader sources,
            ArchiveFormats formats,
            EmbeddedSettings memory,
            Consumer<String> events) {
        this(clock, random, workingDirectory, home, sources, formats, memory, events, Neighbours.NONE);
    }
}
