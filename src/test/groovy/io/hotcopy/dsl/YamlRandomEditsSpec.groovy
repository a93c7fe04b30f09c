package io.hotcopy.dsl

import io.hotcopy.model.Declarations
import io.hotcopy.problem.ProblemText
import spock.lang.Specification
import spock.lang.Timeout

import java.nio.file.Files
import java.nio.file.NoSuchFileException
import java.nio.file.Path

/** Whatever a person types in YAML, there is an answer: problems with places, or declarations. */
class YamlRandomEditsSpec extends Specification {
    static final int TEXTS = 400
    static final String WHOLE = Files.readString(Path.of('policies/storage-groups-two-regions.yaml'))
    static final List<String> PIECES = [
        '{', '}', '[', ']', "'", '"', '\n', ' ', '  ', ',', ':', ': ', '- ', '-', '?', '? ', '|', '>', '|2-\n',
        '#', ' #',
        '&a ', '*a', '<<: *a', '!x ', '!!str ', '%YAML 1.1', '---', '\n---\n', '...', '\t', '\r\n', '\r', '\u0085',
        '\u2028', '\ufeff', '\u0000', '😀', '\\', '\\x', '@', '`', '~', 'null', 'true', 'no', '012', '1_0', '12:30',
        '15.minutes', '1.GB', 'domain', 'policy:', 'include: x.yaml\n', 'full:',
        'a: b', '{a: b}', '[a, [b]]', '""', "''"]
    static final RandomEdits EDITS = new RandomEdits(WHOLE, PIECES)

    @Timeout(300)
    def 'random edits of a good text give problems with places inside the text, or declarations'() {
        given:
        Map<Boolean, Integer> seen = [(true): 0, (false): 0]

        expect:
        (0..<TEXTS).each { seed ->
            String text = EDITS.edited(new Random(seed))
            Compilation compilation = compile(text, seed)
            compilation.problems().each { assert RandomEdits.isInside(it, text): "seed $seed: $it\n$text" }
            seen[compilation.hasErrors()] += 1
        }

        and: 'most edits are mistakes, some are not'
        seen[true] > TEXTS / 2
        seen[false] > 0
    }

    private static Compilation compile(String text, int seed) {
        try {
            SourceReader nothing = { Path file -> throw new NoSuchFileException(file.toString()) }
            Compilation compilation = new PolicyCompiler(nothing)
                .compile(new PolicyText('acme.yaml', Path.of(''), text), Declarations.NONE)
            ProblemText.of(compilation.problems(), compilation.sources())
            return compilation
        } catch (Exception | Error failure) {
            throw new AssertionError("seed $seed:\n$text", failure)
        }
    }
}
