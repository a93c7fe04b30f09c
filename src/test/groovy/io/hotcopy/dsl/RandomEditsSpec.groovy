package io.hotcopy.dsl

import io.hotcopy.model.Declarations
import io.hotcopy.problem.ProblemText
import spock.lang.Specification

import java.nio.file.Files
import java.nio.file.NoSuchFileException
import java.nio.file.Path

/** Whatever a person types, there is an answer, and soon: problems with places, or declarations. */
class RandomEditsSpec extends Specification {
    static final int TEXTS = 150
    static final long SLOWEST_MILLIS = 60_000
    static final String WHOLE = ['domain', 'policy'].collect {
        Files.readString(Path.of("examples/bank/${it}.groovy")).replaceAll(/(?m)^include .*$/, '')
    }.join('\n')
    static final List<String> PIECES = [
            '{', '}', '(', ')', '[', ']', "'", '"', '"""', "'''", '/*', '*/', '//', '\n', ' ', ',', ':', ';', '.', '..',
            '$', '${', '\\', '§', '😀', '\u0000', '\t', '\r\n', '#!', '@', '->', '=', '==', '?', '?:', '*', '-', '+',
            '<', '>', '%', '~', '&', 'def ', 'def x = 3\n', 'for (x in 1..3) ', 'if (x) ', 'class A {', 'import a.b\n',
            'while', 'return ', 'domain', 'policy', "include 'x'\n", 'full', 'null', 'true', '0', '-1', '1e9',
            '15.minutes', '1.GB', '0x', '1_', '08', "'\${x}'", '"$x"', '"${x + 1}"', 'archive: ', '*: ', '(int) ',
            'new A()', 'it', 'this', 'x.y', 'x -> x', '[:]', '[a: 1]', 'try {', 'switch (x) {', '~/a/', '$/a/$', '/a/',
            'as ', 'in ', 'instanceof ']
    static final RandomEdits EDITS = new RandomEdits(WHOLE, PIECES)

    def 'random edits of a good text give problems with places inside the text, or declarations'() {
        given:
        Map<Boolean, Integer> seen = [(true): 0, (false): 0]

        expect:
        (0..<TEXTS).each { seed ->
            String text = EDITS.edited(new Random(seed))
            long start = System.nanoTime()
            Compilation compilation = compile(text, seed)
            long millis = (System.nanoTime() - start).intdiv(1_000_000)
            assert millis < SLOWEST_MILLIS: "seed $seed took $millis ms:\n$text"
            compilation.problems().each { assert RandomEdits.isInside(it, text): "seed $seed: $it" }
            assert compilation.hasErrors() != !compilation.declarations().domains().empty: "seed $seed"
            seen[compilation.hasErrors()] += 1
        }

        and: 'most edits are mistakes, some are not'
        seen[true] > TEXTS / 2
        seen[false] > 0
    }

    def 'the look of a text being typed never fails'() {
        expect:
        (0..<TEXTS).each { seed ->
            Random random = new Random(seed)
            String text = EDITS.edited(random)
            String typed = text.substring(0, random.nextInt(text.length() + 1))
            try {
                PolicySyntax.completeness(typed)
                PolicySyntax.enclosingWords(text, typed.length())
                int end = 0
                PolicySyntax.tokens(text).each {
                    assert it.start() >= end && it.end() > it.start() && it.end() <= text.length(): "seed $seed: $it"
                    end = it.end()
                }
            } catch (Exception | Error failure) {
                throw new AssertionError("seed $seed", failure)
            }
        }
    }

    private static Compilation compile(String text, int seed) {
        try {
            SourceReader nothing = { Path file -> throw new NoSuchFileException(file.toString()) }
            Compilation compilation = new PolicyCompiler(nothing)
                    .compile(new PolicyText('bank.groovy', Path.of(''), text), Declarations.NONE)
            ProblemText.of(compilation.problems(), compilation.sources())
            PolicyCompiler.kindOf(text)
            return compilation
        } catch (Exception | Error failure) {
            throw new AssertionError("seed $seed:\n$text", failure)
        }
    }
}
