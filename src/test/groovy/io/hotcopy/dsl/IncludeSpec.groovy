package io.hotcopy.dsl

import spock.lang.Specification

import java.nio.charset.MalformedInputException
import java.nio.file.AccessDeniedException
import java.nio.file.Path

/** A declaration may be spread over files. */
class IncludeSpec extends Specification {
    static final String POLICY = '''
        include '../domains/bank.groovy'
        policy('nightly') {
            protects 'bank/ledger'
            backupGroup 'east', archives: [2]
            full
            directory '{archive}'
        }
        '''

    def 'an included path starts at the directory of the file that includes'() {
        expect:
        Declared.files('site/policies/nightly.groovy': POLICY, 'site/domains/bank.groovy': Declared.BANK)
                .compileFirst().declarations().domain('bank').present
    }

    def 'paths in the included file start at its own directory'() {
        given:
        String bank = Declared.BANK.replaceFirst('\\{', "{\n    embedded home: 'data'")

        expect:
        Declared.files('site/policies/nightly.groovy': POLICY, 'site/domains/bank.groovy': bank)
                .compileFirst().declarations().domain('bank').get().home().get() == Path.of('site/domains/data')
    }

    def 'a file that is named and included, or included twice, is read once'() {
        expect:
        Declared.files(
                'p/nightly.groovy': "include '../domains/bank.groovy'\n" + POLICY,
                'domains/bank.groovy': Declared.BANK).findings() == []
    }

    def 'a missing file is reported where it is included'() {
        expect:
        Declared.file("include 'bnk.groovy'\n").report() == '''\
            bank.groovy:1:9: there is no file 'bnk.groovy'
              1 | include 'bnk.groovy'
                |         ^^^^^^^^^^^^
            HINT: an included path starts at the directory of this file
            '''.stripIndent()
    }

    def 'what is missing because a file is missing is not reported too'() {
        expect:
        Declared.files('policies/nightly.groovy': POLICY).findings() ==
                ["policies/nightly.groovy:2:9: there is no file 'domains/bank.groovy'"]
    }

    def 'files that include each other are shown as a circle'() {
        expect:
        Declared.files(
                'a.groovy': "include 'b.groovy'\n",
                'b.groovy': "include 'sub/c.groovy'\n",
                'sub/c.groovy': "include '../a.groovy'\n").report() == '''\
            sub/c.groovy:1:9: '../a.groovy' includes itself
              1 | include '../a.groovy'
                |         ^^^^^^^^^^^^^
            HINT: the circle: a.groovy → b.groovy → sub/c.groovy → a.groovy
            '''.stripIndent()
    }

    def 'files include each other fifty deep at most'() {
        expect:
        Declared.files((0..80).collectEntries { ["f${it}.groovy" as String, "include 'f${it + 1}.groovy'\n"] })
                .compileFirst().problems()*.message() == ['files include each other more than 50 deep']
    }

    def 'a file that cannot be read says why: #reason'() {
        when:
        def compilation = new PolicyCompiler({ throw failure }).compile([Path.of('bank.groovy')])

        then:
        compilation.problems()*.message() == ["cannot read file 'bank.groovy': $reason"]

        where:
        failure                                  || reason
        new AccessDeniedException('bank.groovy') || 'bank.groovy'
        new MalformedInputException(1)           || 'it is not UTF-8 text'
    }

    def 'a file that the user named and that is not there'() {
        expect:
        Declared.files([:]).with { new PolicyCompiler({ throw new java.nio.file.NoSuchFileException('x') }) }
                .compile([Path.of('x.groovy')]).problems()*.message() == ["there is no file 'x.groovy'"]
    }

    def 'names of one file are not known in another'() {
        expect:
        Declared.files(
                'a.groovy': "def NAME = 'bank.groovy'\ninclude 'b.groovy'\n",
                'b.groovy': 'include NAME\n').findings() == ['b.groovy:1:9: unknown name `NAME`']
    }
}
