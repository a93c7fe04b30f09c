package io.hotcopy.shell

import io.hotcopy.dsl.PolicyCompiler
import io.hotcopy.model.Declarations
import io.hotcopy.plan.Planner
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir

/** The policies to start from: each complete, in both spellings the same, and nothing is to be said against it. */
class PoliciesSpec extends Specification {

    static final Path FOLDER = Path.of('policies')
    static final List<String> NAMES = filesEnding('.groovy')

    @TempDir
    Path directory

    def setup() {
        Files.createDirectories(directory.resolve('backups'))
    }

    def 'there are at least six, each in both spellings'() {
        expect:
        NAMES.size() >= 6
        filesEnding('.yaml') == NAMES
    }

    def '#name is right in both spellings, and the same'() {
        given:
        def groovy = compile("${name}.groovy")
        def yaml = compile("${name}.yaml")

        expect:
        [groovy, yaml]*.problems() == [[], []]
        [groovy, yaml].every { Planner.check(it.declarations()) == [] }
        groovy.declarations() == yaml.declarations()
        !groovy.declarations().domains().empty
        !groovy.declarations().policies().empty

        and: 'what is expected is said, so that all rules can judge'
        groovy.declarations().domains()*.databases().flatten().every {
            !it.expectations().empty && it.copyRate().present
        }

        where:
        name << NAMES
    }

    def '#name: plan gives steps without a running domain, from either spelling'() {
        given:
        Files.copy(FOLDER.resolve(file), directory.resolve(file))

        when:
        def plan = new OneShot(directory, ['plan', file])

        then:
        plan.out.toString() =~ /(?m)^1  (coordinated )?full hot copy/

        and: 'nothing is to be said against it, but that the disk of this machine may be small'
        plan.out.toString().readLines().findAll { it =~ /(error|warning): / && !it.contains(' free') } == []

        where:
        file << NAMES.collectMany { ["${it}.groovy" as String, "${it}.yaml" as String] }
        name = file
    }

    def '#name: check --as writes each spelling from the other, and what it writes is the same again'() {
        given:
        ['groovy', 'yaml'].each { Files.copy(FOLDER.resolve("${name}.${it}"), directory.resolve("${name}.${it}")) }

        when:
        def yaml = new OneShot(directory, ['check', '--as', 'yaml', "${name}.groovy" as String])
        def groovy = new OneShot(directory, ['check', '--as', 'groovy', "${name}.yaml" as String])
        Files.writeString(directory.resolve('written.yaml'), yaml.out.toString())
        Files.writeString(directory.resolve('written.groovy'), groovy.out.toString())

        then:
        [yaml.code, groovy.code] == [0, 0]
        [yaml.err, groovy.err]*.toString() == ['', '']
        declared('written.yaml') == declared("${name}.groovy")
        declared('written.groovy') == declared("${name}.groovy")

        and: 'paths stay relative to the file'
        !(yaml.out.toString() + groovy.out).contains(directory.toString())
        yaml.out.toString().contains('embedded: {home: data/')

        where:
        name << NAMES
    }

    def 'what check --as has to say goes beside the text, and a text with errors is not written'() {
        given:
        Files.writeString(directory.resolve('wrong.yaml'), 'domain:\n  acme:\n    regoin: {east: {hosts: [e1]}}\n')

        when:
        def check = new OneShot(directory, ['check', '--as', 'groovy', 'wrong.yaml'])

        then:
        check.code == 1
        check.out.toString() == ''
        check.err.toString().contains('wrong.yaml:3:5: error: unknown word `regoin` in domain \'acme\'')
    }

    def 'a declaration in YAML is loaded like any other, and not run as a script'() {
        given:
        Files.copy(FOLDER.resolve('single-sm.yaml'), directory.resolve('single-sm.yml'))

        when:
        def load = new OneShot(directory, ['-c', 'load single-sm.yml', '-c', 'show policies'])
        def run = new OneShot(directory, ['run', 'single-sm.yml'])

        then:
        load.code == 0
        load.out.toString().contains('declared domain solo')
        load.out.toString().contains('solo-weekly')
        run.code == 1
        run.err.toString().contains('"single-sm.yml" is a declaration, which is read and not run')
    }

    def 'a script gets the text as a result'() {
        given:
        Files.copy(FOLDER.resolve('single-sm.groovy'), directory.resolve('single-sm.groovy'))
        Files.writeString(directory.resolve('s.groovy'), """\
            assert check('single-sm.groovy').written().empty
            println check('single-sm.groovy', as: 'yaml').written().get()
            """.stripIndent())

        when:
        def run = new OneShot(directory, ['run', 's.groovy'])

        then:
        run.err.toString() == ''
        run.code == 0
        run.out.toString().contains('      only: {archives: [0], shared: true}')
    }

    private static List<String> filesEnding(String ending) {
        FOLDER.toFile().list().findAll { it.endsWith(ending) }*.minus(ending).sort()
    }

    private static compile(String file) {
        new PolicyCompiler(Files.&readString).compile([FOLDER.resolve(file)])
    }

    private Declarations declared(String file) {
        def compiled = new PolicyCompiler(Files.&readString).compile([directory.resolve(file)])
        assert compiled.problems().empty
        compiled.declarations()
    }
}
