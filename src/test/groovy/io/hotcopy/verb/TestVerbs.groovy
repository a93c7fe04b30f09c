package io.hotcopy.verb

import java.nio.file.Files
import java.nio.file.Path
import java.time.Clock
import java.time.Instant
import java.time.ZoneOffset

/** Verbs over a directory, with a clock that stands and randomness that repeats. */
class TestVerbs {

    static final NOW = Instant.parse('2026-11-22T01:02:03Z')

    static Verbs in(Path directory) {
        new Verbs(surroundings(directory))
    }

    static VerbSurroundings surroundings(Path directory) {
        new VerbSurroundings(Clock.fixed(NOW, ZoneOffset.UTC), new Random(7), directory, Files.&readString)
    }
}
