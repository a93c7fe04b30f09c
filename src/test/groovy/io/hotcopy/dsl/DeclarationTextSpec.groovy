package io.hotcopy.dsl

import io.hotcopy.model.Declarations
import io.hotcopy.problem.ProblemText
import spock.lang.Specification

import java.nio.file.Path

/** A model can be written down in either spelling, and read again as the same model. */
class DeclarationTextSpec extends Specification {
    private static final Path DIRECTORY = Path.of('declared', 'here').toAbsolutePath()

    def 'any model is the same after it was written in #spelling and read (seed #seed)'() {
        expect:
        (1..50).every { round ->
            Declarations model = new RandomModels(seed + round, DIRECTORY).declarations()
            String text = DeclarationText.of(model, spelling, DIRECTORY)
            Path file = DIRECTORY.resolve("x.${spelling.name().toLowerCase()}")
            Compilation read = new PolicyCompiler({ text }).compile([file])
            assert !read.hasErrors(): "seed ${seed + round}\n$text\n${ProblemText.of(read.problems(), read.sources())}"
            assert read.declarations() == model: "seed ${seed + round}\n$text"
            true
        }

        where:
        spelling << Spelling.values()
        seed = 4711
    }
}
