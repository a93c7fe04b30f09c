package io.hotcopy.dsl

import spock.lang.Specification

/** The words, as help and completion show them. */
class VocabularySpec extends Specification {

    def 'the words that may stand in a place: #enclosing'() {
        expect:
        Vocabulary.wordsInside(enclosing)*.name() == words

        where:
        enclosing              || words
        []                     || ['domain', 'include', 'policy']
        ['domain']             || ['database', 'embedded', 'region']
        ['domain', 'database'] || ['copyRate', 'expect', 'storageGroups', 'storageManager',
                                   'transactionEngines']
        ['policy']             || ['backupGroup', 'directory', 'full', 'hold', 'incremental', 'journal', 'objectives',
                                   'onArchiveDown', 'onFailure', 'onJournalSuspended', 'onMissed', 'onNoBaseSet',
                                   'onOverlap', 'outage', 'protects', 'retain', 'timeZone']
        ['policy', 'full']     || []
        ['nonsense']           || []
    }

    def 'every word says what it is for, and its example uses it and can be read: #enclosing #entry.name'() {
        given:
        Compilation compilation = Declared.file(wrap(enclosing, entry.example())).compile()

        expect:
        !entry.text().empty
        !entry.text().endsWith('.')
        entry.example() =~ /^${entry.name()}\b/

        and: 'nothing is wrong with the example but what is not there'
        compilation.problems()*.message().findAll {
            !(it =~ /is missing in|there is no file|is in no region|is not declared/)
        } == []

        where:
        [enclosing, entry] << [[], ['domain'], ['domain', 'database'], ['policy']].collectMany { around ->
            Vocabulary.wordsInside(around).collect { [around, it] }
        }
    }

    private static String wrap(List<String> words, String text) {
        words.reverse().inject(text) { inner, word -> "$word('x') {\n$inner\n}" }
    }
}
