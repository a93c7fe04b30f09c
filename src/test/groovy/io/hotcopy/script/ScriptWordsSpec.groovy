package io.hotcopy.script

import io.hotcopy.problem.HotCopyException
import io.hotcopy.verb.TestVerbs
import java.lang.reflect.Modifier
import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir

/** What completion is told of the verbs of scripts is what they are. */
class ScriptWordsSpec extends Specification {

    @TempDir
    Path directory

    def "every verb is told"() {
        expect:
        ScriptWords.verbs().collect { it.name() } == VerbScript.verbs()
        ScriptWords.verbs().every { it.text() }
    }

    def "so is everything behind the dot of #name"() {
        given:
        def getter = VerbScript.declaredMethods.find { VerbScript.property(it.name) == name }
        def all = getter.returnType.declaredMethods.findAll { Modifier.isPublic(it.modifiers) && !it.synthetic }

        expect:
        ScriptWords.membersOf(name).collect { it.name() } == all*.name.unique().sort()

        where:
        name << ['workload', 'journal', 'sm', 'catalog', 'region']
    }

    def "#verb takes the named arguments that are told: #named"() {
        when:
        TestVerbs.in(directory).withCloseable { verbs ->
            new ScriptRunner(verbs, new TestOutput(new StringWriter())).run(new ScriptText('s', directory, call), [])
        }

        then:
        def refused = thrown(HotCopyException)
        refused.hints().any { it == 'it takes: ' + named.join(', ') } ||
            refused.problems()*.hints().flatten().contains('it takes: ' + named.join(', '))

        where:
        entry << ScriptWords.verbs().findAll { it.named() && !(it.name() in ['policy']) } +
            ['workload', 'journal', 'sm'].collectMany { name ->
                ScriptWords.membersOf(name).findAll { it.named() }
                    .collect { new ScriptWords.Entry("$name.${it.name()}", it.text(), it.named()) }
            }
        verb = entry.name()
        named = entry.named()
        call = "$verb(${PLACED.getOrDefault(verb, []).collect { it + ', ' }.join()}nonsense: 1)".toString()
    }

    static final PLACED = [start: ["'d'"], check: ["'f'"], writePlan: ["'f'"], planDiff: ["'a'", "'b'"], open: ["'d'"],
        scan: ["'t'"], createTable: ["'t'"], createStorageGroup: ["'g'"], 'journal.search': ["'latest'"],
        'sm.stop': ['0'], 'sm.start': ['0'], 'sm.serve': ['0', "'g'"], 'sm.add': ['0']]
}
