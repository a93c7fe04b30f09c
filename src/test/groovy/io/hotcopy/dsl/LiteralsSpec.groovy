package io.hotcopy.dsl

import io.hotcopy.term.ByteSize
import spock.lang.Specification

import java.time.Duration

/** How values are written: texts, numbers, durations, sizes, lists and ranges. */
class LiteralsSpec extends Specification {

    def 'durations and sizes are numbers with a unit: #written'() {
        expect:
        valueOf(written) == value

        where:
        written        || value
        '1.second'     || Duration.ofSeconds(1)
        '30.seconds'   || Duration.ofSeconds(30)
        '15.minutes'   || Duration.ofMinutes(15)
        '1.hour'       || Duration.ofHours(1)
        '1.5.hours'    || Duration.ofMinutes(90)
        '14.days'      || Duration.ofDays(14)
        '1.week'       || Duration.ofDays(7)
        '1.KB'         || new ByteSize(1_000)
        '500.MB'       || new ByteSize(500_000_000)
        '2.GB'         || new ByteSize(2_000_000_000)
        '1.5.TB'       || new ByteSize(1_500_000_000_000)
    }

    def 'the same units after numbers of a script give the same values: #unit'() {
        expect:
        valueOf("3.$unit") == 3."$unit"
        valueOf("0.5.$unit") == 0.5."$unit"

        where:
        unit << Unit.allWords()
    }

    def 'an unknown unit is underlined: #written'() {
        expect:
        report("def X = $written") == report.stripIndent()

        where:
        written      || report
        '15.minuten' || '''\
            bank.groovy:1:12: unknown unit `minuten`
              1 | def X = 15.minuten
                |            ^^^^^^^
            HINT: did you mean `minute`?
            HINT: units: second, seconds, minute, minutes, hour, hours, day, days, week, weeks, KB, MB, GB, TB
            '''
        '3.PB' || '''\
            bank.groovy:1:11: unknown unit `PB`
              1 | def X = 3.PB
                |           ^^
            HINT: did you mean `GB`?
            HINT: units: second, seconds, minute, minutes, hour, hours, day, days, week, weeks, KB, MB, GB, TB
            '''
    }

    def 'a quantity that cannot be is refused: #written'() {
        expect:
        report("def X = $written").readLines()[0] == "bank.groovy:1:9: `$shown` is negative, too large, or too fine"

        where:
        written             || shown
        '(-1).hour'         || '-1.hour'
        '300000.weeks'      || '300000.weeks'
        '0.0001.KB'         || '0.0001.KB'
        '9223372036855.GB'  || '9223372036855.GB'
    }

    def 'texts, numbers and lists are written as in Groovy: #written'() {
        expect:
        valueOf(written) == value

        where:
        written              || value
        "'east'"             || 'east'
        '"east"'             || 'east'
        "'''a\nb'''"         || 'a\nb'
        "'a\\'b'"            || "a'b"
        '7'                  || 7
        '1_000'              || 1000
        '-7'                 || -7
        '1.5'                || 1.5
        'true'               || true
        "[1, 'a', [2]]"      || [1, 'a', [2]]
        '[]'                 || []
        '1..3'               || [1, 2, 3]
        '3..1'               || [3, 2, 1]
        '0..<3'              || [0, 1, 2]
        '3..<3'              || []
        "('east')"           || 'east'
    }

    def 'a name or number inside a double-quoted text is filled in'() {
        expect:
        Declared.file('''\
            def n = 1
            def region = 'east'
            domain("bank-${region}") {
                region "$region", hosts: ["e${n}", "e${2}"]
                database('ledger') {
                    transactionEngines hosts: ["e$n"]
                    storageManager archive: n, host: "e$n"
                }
            }
            ''').theDomain().region('east').get().hosts() == ['e1', 'e2']
    }

    def 'anything computed is no value: #written'() {
        expect:
        report("def X = $written; include 'x'").readLines()[0] ==
                "bank.groovy:1:9: $what is not a value of a declaration"

        where:
        written               || what
        '1 + 2'               || '`+`'
        "'a'.length()"        || 'a call'
        'foo()'               || 'a call'
        '[a: 1]'              || 'a map'
        '{ 3 }'               || 'a block without a word'
        'new Date()'          || '`new`'
        "'1' as Integer"      || 'a cast'
        'true ? 1 : 2'        || '`? :`'
        'a.b.c'               || 'a property'
        "-'a'"                || '`-`'
    }

    private static Object valueOf(String written) {
        Findings findings = new Findings()
        GroovyParse.Outcome outcome = GroovyParse.of('bank.groovy', "word($written)")
        assert outcome.problem().empty
        TreeReader reader = new TreeReader(new Places('bank.groovy', ''), findings, new Quota())
        List<Word> words = reader.read(outcome.tree().get())
        assert findings.sorted().empty
        plain(words[0].arguments()[0])
    }

    private static Object plain(Value value) {
        value instanceof Value.Items ? value.items().collect { plain(it) }
                : value instanceof Value.Text ? value.text()
                : value instanceof Value.Whole ? value.number() as int
                : value instanceof Value.Fraction ? value.number()
                : value instanceof Value.Truth ? value.isTrue()
                : value instanceof Value.Length ? value.duration()
                : (value as Value.Size).size()
    }

    private static String report(String text) {
        Declared.file(text + '\n').report()
    }
}
