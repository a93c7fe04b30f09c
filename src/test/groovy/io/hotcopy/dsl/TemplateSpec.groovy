package io.hotcopy.dsl

import io.hotcopy.model.BackupPolicy
import io.hotcopy.model.Declarations
import io.hotcopy.model.OnOverlap
import io.hotcopy.model.RunLine
import io.hotcopy.model.Schedule
import io.hotcopy.term.HotCopyType
import java.nio.file.Path
import java.time.Duration
import spock.lang.Specification

/** A policy may build on another one: it has the words of that one which it does not say itself. */
class TemplateSpec extends Specification {
    static final String BASE = '''
        policy('base') {
            timeZone 'Europe/Berlin'
            backupGroup 'all', archives: [2]
            full every: 1.day
            incremental every: 1.hour
            onOverlap skip
            directory 'backups/{archive}'
            hold 'a', because: 'law'
            hold 'b', because: 'law'
        }
        '''
    static final String NIGHTLY = '''
        policy('nightly', from: 'base') {
            protects 'bank/ledger'
            incremental every: 30.minutes
            hold 'c', because: 'audit'
        }
        '''

    def 'what a policy does not say itself is said by the one on which it builds'() {
        given:
        BackupPolicy policy = declarations(BASE + NIGHTLY).policy('nightly').get()

        expect: 'its own words'
        policy.protects().toString() == 'bank/ledger'
        policy.run(HotCopyType.INCREMENTAL).get() == every(HotCopyType.INCREMENTAL, Duration.ofMinutes(30))

        and: 'those of the other'
        policy.timeZone().id == 'Europe/Berlin'
        policy.run(HotCopyType.FULL).get() == every(HotCopyType.FULL, Duration.ofDays(1))
        policy.reactions().onOverlap() == OnOverlap.SKIP
        policy.directory().text() == 'backups/{archive}'

        and: 'a word that may stand several times is taken as a whole'
        policy.backupGroups()*.name() == ['all']
        policy.holds()*.set() == ['c']
    }

    def 'it is the same as if it said everything itself'() {
        expect:
        declarations(BASE + NIGHTLY).policies() == declarations('''
            policy('nightly') {
                protects 'bank/ledger'
                timeZone 'Europe/Berlin'
                backupGroup 'all', archives: [2]
                full every: 1.day
                incremental every: 30.minutes
                onOverlap skip
                directory 'backups/{archive}'
                hold 'c', because: 'audit'
            }
            ''').policies()
    }

    def 'the other may stand before or after it, and build on a third'() {
        expect:
        declarations(texts.join('\n')).policies() == declarations(BASE + NIGHTLY).policies()

        where:
        texts << [
            [NIGHTLY, BASE],
            [NIGHTLY, "policy('base', from: 'first') { timeZone 'Europe/Berlin' }",
             BASE.replace("'base'", "'first'").replace("'Europe/Berlin'", "'UTC'")]]
    }

    def 'one that lacks something is a template and no policy; one that lacks nothing is a policy as well'() {
        expect:
        declarations(BASE + NIGHTLY).policies()*.name() == ['nightly']
        declarations(BASE.replace("directory 'backups/{archive}'", "protects 'bank/ledger'") +
                NIGHTLY.replace('protects', "directory '{archive}'\nprotects")).policies()*.name() == ['nightly']
        declarations(BASE.replace('timeZone', "protects 'bank/ledger'\ntimeZone") + NIGHTLY).policies()*.name() ==
                ['base', 'nightly']
    }

    def 'one that lacks something and on which none builds is a mistake'() {
        expect:
        findings(BASE) == ["policy.groovy:2:1: `protects` is missing in policy 'base'"]
    }

    def 'what neither says is missing in the one that builds on the other'() {
        expect:
        findings(BASE.replace("directory 'backups/{archive}'", '') + NIGHTLY) ==
                ["policy.groovy:13:1: `directory` is missing in policy 'nightly'"]
    }

    def 'things have the places where they are written'() {
        given:
        Declarations declared = declarations(BASE + NIGHTLY)

        expect:
        declared.spanOf("policy/nightly/$part").get().toString() == place

        where:
        part               || place
        ''                 || 'policy.groovy:13:8'
        'full'             || 'policy.groovy:5:5'
        'full/every'       || 'policy.groovy:5:17'
        'backupGroup/all'  || 'policy.groovy:4:17'
        'incremental'      || 'policy.groovy:15:5'
        'timeZone'         || 'policy.groovy:3:14'
    }

    def 'a mistake in the other is reported once, however many build on it'() {
        expect:
        findings(BASE.replace('full every', 'ful every').replace("hold 'b'", "hold 'a'").replace('skip', 'later')
                .replace('[2]', "[2]; backupGroup 'more', archives: [2]") +
                NIGHTLY + NIGHTLY.replace("'nightly'", "'weekly'")) == [
                "policy.groovy:4:70: archive 2 is in two backup groups of policy 'base'",
                "policy.groovy:5:5: unknown word `ful` in policy 'base'",
                'policy.groovy:7:15: `onOverlap` takes wait, skip or fail, not `later`',
                "policy.groovy:10:10: set 'a' is held twice"]
    }

    def 'what fits the one and not the other is reported at its place'() {
        expect:
        findings(BASE + NIGHTLY.replace('incremental every: 30.minutes', "backupGroup 'east', archives: [0, 7]")) ==
                ["policy.groovy:15:39: database 'bank/ledger' has no archive 7"]
    }

    def 'a directory starts where the file of its word lies'() {
        given:
        Declarations declared = Declared.files(
                'bank/nightly.groovy': "include '../bank.groovy'\ninclude '../lib/base.groovy'\n" + NIGHTLY,
                'lib/base.groovy': BASE,
                'bank.groovy': Declared.BANK).compileFirst().declarations()

        expect:
        declared.policy('nightly').get().directory().base() == Path.of('lib')
    }

    def 'an unknown one is reported where it is named'() {
        expect:
        report(BASE + NIGHTLY.replace("from: 'base'", "from: 'bse'")) == '''\
            policy.groovy:2:1: `protects` is missing in policy 'base'
              2 | policy('base') {
                | ^^^^^^
            HINT: for example: protects 'acme/test'
            policy.groovy:13:25: policy 'nightly' builds on unknown policy 'bse'
              13 | policy('nightly', from: 'bse') {
                 |                         ^^^^^
            HINT: did you mean 'base'?
            HINT: policies: base
            '''.stripIndent()
    }

    def 'one that has been declared before cannot be built on, since only what it means is known'() {
        given:
        Declarations known = declarations(BASE.replace('timeZone', "protects 'bank/ledger'\ntimeZone"))

        when:
        def problems = Declared.file(NIGHTLY).compile(known).problems()

        then:
        problems*.message() == ["policy 'nightly' builds on unknown policy 'base'"]
        problems[0].hints() ==
                ['a policy builds on one that is declared together with it: name both files, or include one']
    }

    def 'a circle is reported once: #names'() {
        expect:
        findings(names.withIndex().collect { name, index ->
            "policy('$name', from: '${names[index - names.size() + 1]}') { }"
        }.join('\n')) == ["policy.groovy:1:${18 + names[0].length()}: policy '${names[0]}' builds on itself"]

        where:
        names << [['a'], ['a', 'b'], ['one', 'two', 'three']]
    }

    def 'the hint of a circle shows all of it, and only it'() {
        expect:
        Declared.files('policy.groovy': '''\
            policy('x', from: 'a') { }
            policy('a', from: 'b') { }
            policy('b', from: 'a') { }
            ''', 'bank.groovy': Declared.BANK).report() == '''\
            policy.groovy:2:19: policy 'a' builds on itself
              2 | policy('a', from: 'b') { }
                |                   ^^^
            HINT: the circle: a → b → a
            '''.stripIndent()
    }

    def 'nothing is called unknown or missing that may be in what was not understood: #wrong'() {
        expect:
        findings(BASE.replace("policy('base') {", wrong) + NIGHTLY).size() == 1

        where:
        wrong << ["policy('base', 7) {\nprotects 'bank/ledger'", "include 'gone.groovy'\npolicy('other') {\n" +
                "protects 'bank/ledger'", "policy('base') {\nassert true"]
    }

    private static Declarations declarations(String policies) {
        about(policies).declarations()
    }

    private static List<String> findings(String policies) {
        about(policies).findings()
    }

    private static String report(String policies) {
        about(policies).report()
    }

    private static Declared about(String policies) {
        Declared.files('policy.groovy': policies, 'bank.groovy': Declared.BANK)
    }

    private static RunLine every(HotCopyType type, Duration interval) {
        new RunLine(type, Optional.of(new Schedule.Every(interval, false)))
    }
}
