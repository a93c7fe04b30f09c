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

    def 'what other files say is written for the directory of the first: its paths lead where they led'() {
        given:
        Map<Path, String> files = [
            'x.groovy': "include 'sub/y.yaml'",
            'sub/y.yaml': 'include: ../bank.groovy\npolicy: {nightly: {protects: bank/ledger, full: , ' +
                "backupGroup: {all: {archives: [2]}}, directory: 'copies/{archive}-{date}{time}'}}",
            'bank.groovy': Declared.BANK.replace("region 'east'", "embedded home: '../data'\n region 'east'"),
        ].collectEntries { name, text -> [DIRECTORY.resolve(name), text] }
        SourceReader reader = { Path file -> files[file] }

        when:
        Declarations model = new PolicyCompiler(reader).compile([DIRECTORY.resolve('x.groovy')]).declarations()
        String text = DeclarationText.of(model, spelling, DIRECTORY)
        Path file = DIRECTORY.resolve("z.${spelling.name().toLowerCase()}")
        Declarations read = new PolicyCompiler({ text }).compile([file]).declarations()

        then:
        text.contains(home)
        text.contains("'sub/copies/{archive}-{date}{time}'")
        read.domains() == model.domains()
        read.policies()[0].directory().root() == model.policies()[0].directory().root()

        where:
        spelling        | home
        Spelling.GROOVY | "embedded home: '../data'"
        Spelling.YAML   | "embedded: {home: '../data'}"
    }

    def 'a path that shares nothing with the directory is written as a whole'() {
        given:
        String text = Declared.BANK.replace("region 'east'", "embedded home: '/elsewhere/data'\n region 'east'")
        Declarations model = new PolicyCompiler({ text }).compile([DIRECTORY.resolve('x.groovy')]).declarations()

        expect:
        DeclarationText.of(model, Spelling.YAML, DIRECTORY).contains("embedded: {home: '/elsewhere/data'}")
    }

    def 'every example of the vocabulary can be written in YAML'() {
        given:
        List<List<String>> places = [[], ['domain'], ['domain', 'database'], ['policy']]

        expect:
        places.every { !Vocabulary.wordsInside(it).empty }
        places.collectMany { Vocabulary.wordsInside(it) }.every { it.inYaml().startsWith(it.name() + ':') }
        Vocabulary.wordsInside(['policy']).find { it.name() == 'onFailure' }.inYaml() ==
            'onFailure: {retry: {times: 2, after: 5.minutes}}'
    }
}
