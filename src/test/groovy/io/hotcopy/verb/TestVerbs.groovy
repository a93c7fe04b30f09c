package io.hotcopy.verb

import io.hotcopy.embedded.EmbeddedArchiveFormat
import io.hotcopy.embedded.EmbeddedSettings
import io.hotcopy.live.Neighbours
import io.hotcopy.restore.ArchiveFormats
import io.hotcopy.term.ByteSize
import java.nio.file.Files
import java.nio.file.Path
import java.time.Clock
import java.time.Instant
import java.time.ZoneOffset
import java.util.function.Consumer

/** Verbs over a directory, with little memory and randomness that repeats. */
class TestVerbs {

    static final EmbeddedSettings SMALL = new EmbeddedSettings(
        new ByteSize(1 << 20), new ByteSize(64 << 20), ByteSize.ofMegabytes(16), ByteSize.ofMegabytes(8))

    static Verbs in(Path directory) {
        new Verbs(surroundings(directory, { }))
    }

    /** The same at an instant that does not pass. */
    static Verbs in(Path directory, Instant at) {
        new Verbs(surroundings(directory, Clock.fixed(at, ZoneOffset.UTC), { }))
    }

    static VerbSurroundings surroundings(Path directory, Consumer<String> events) {
        surroundings(directory, Clock.systemUTC(), events)
    }

    static VerbSurroundings surroundings(Path directory, Clock clock, Consumer<String> events) {
        surroundings(directory, clock, events, Neighbours.NONE)
    }

    static VerbSurroundings surroundings(
            Path directory, Clock clock, Consumer<String> events, Neighbours neighbours, long seed = 7) {
        new VerbSurroundings(clock, new Random(seed), directory.toAbsolutePath(), homeIn(directory),
            Files.&readString, new ArchiveFormats([new EmbeddedArchiveFormat()]), SMALL, events, neighbours)
    }

    /** Where the verbs over a directory keep their own state. */
    static Path homeIn(Path directory) {
        directory.toAbsolutePath().resolve('.hotcopy')
    }
}
