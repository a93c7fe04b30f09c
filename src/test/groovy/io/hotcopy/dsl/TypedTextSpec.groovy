package io.hotcopy.dsl

import io.hotcopy.dsl.TypedText.Slot
import spock.lang.Specification

/** Where one is in a text that is still being typed: the bar is the cursor. */
class TypedTextSpec extends Specification {

    def "at the bar of #text stands #slot of the word '#word'"() {
        when:
        def place = placeIn(text)

        then:
        place.slot() == slot
        place.word() == word
        place.enclosing() == enclosing
        text.replace('|', '').substring(place.start(), text.indexOf('|')) == typed

        where:
        text || slot | word | enclosing | typed
        '|'                                              || Slot.WORD     | ''             | []                     | ''
        'dom|' || Slot.WORD | '' | [] | 'dom'
        "domain('a') { |"                                || Slot.WORD     | ''             | ['domain']             | ''
        "domain('a') {\n  region 'x', hosts: ['h']\n  re|" || Slot.WORD | '' | ['domain'] | 're'
        "domain('a') { database('d') { st|} }" || Slot.WORD | '' | ['domain', 'database'] | 'st'
        "policy('p') { for (x in [1]) { fu|" || Slot.WORD | '' | ['policy', 'for'] | 'fu'
        "domain('|"                                      || Slot.ARGUMENT | 'domain'       | []                     | ''
        "domain('a|')" || Slot.ARGUMENT | 'domain' | [] | 'a'
        "domain('a') |"                                  || Slot.NOTHING  | 'domain'       | []                     | ''
        "policy('p', fr|" || Slot.ARGUMENT | 'policy' | [] | 'fr'
        "policy('p', from: 'b|" || Slot.VALUE | 'policy' | [] | 'b'
        "policy('p') { full |"                           || Slot.ARGUMENT | 'full'         | ['policy']             | ''
        "policy('p') { full at|" || Slot.ARGUMENT | 'full' | ['policy'] | 'at'
        "policy('p') { full at: 'Sun|" || Slot.VALUE | 'full' | ['policy'] | 'Sun'
        "policy('p') { full at: 'Sun 01:00'|"            || Slot.NOTHING  | ''             | []                     | ''
        "policy('p') { full at: 'Sun 01:00' |"           || Slot.NOTHING  | 'full'         | ['policy']             | ''
        "policy('p') { full every: 1|" || Slot.VALUE | 'full' | ['policy'] | '1'
        "policy('p') { full every: 15.mi|" || Slot.VALUE | 'full' | ['policy'] | '15.mi'
        "policy('p') { full every: 15.minutes, in|" || Slot.ARGUMENT | 'full' | ['policy'] | 'in'
        "policy('p') { full every: 1.hour,\n   in|" || Slot.ARGUMENT | 'full' | ['policy'] | 'in'
        "policy('p') { backupGroup 'e', archives: [0, |" || Slot.VALUE    | 'backupGroup'  | ['policy']             | ''
        "policy('p') { backupGroup 'e', archives: [0 |"  || Slot.NOTHING  | 'backupGroup'  | ['policy']             | ''
        "policy('p') { onOverlap wa|" || Slot.ARGUMENT | 'onOverlap' | ['policy'] | 'wa'
        "policy('p') { // full |"                        || Slot.NOTHING  | ''             | []                     | ''
        "policy('p') { /* full |"                        || Slot.NOTHING  | ''             | []                     | ''
        "policy('p') { full at: 'x\n in|"                || Slot.NOTHING  | ''             | []                     | ''
        "policy('p') { full at: '''x\n in|"              || Slot.NOTHING  | ''             | []                     | ''
        'x = backup |'                                   || Slot.ARGUMENT | 'backup'       | []                     | ''
        'x = pl|' || Slot.WORD | '' | [] | 'pl'
        "println(backup('n', ma|" || Slot.ARGUMENT | 'backup' | [] | 'ma'
        'sm.st|' || Slot.MEMBER | 'sm' | [] | 'st'
        'x = sm.|'                                       || Slot.MEMBER   | 'sm'           | []                     | ''
        'a; b|' || Slot.WORD | '' | [] | 'b'
        ')|'                                             || Slot.NOTHING  | ''             | []                     | ''
        '§ |'                                            || Slot.NOTHING  | ''             | []                     | ''
    }

    def "the arguments that a statement has, its list, and the other words of the block are known"() {
        when:
        def place = placeIn('''\
            policy('p') {
                protects 'a/b'
                backupGroup 'e', shared: true, archives: [0, 1, |
                full
            }'''.stripIndent())

        then:
        place.argument() == 'archives'
        place.given() == ['shared', 'archives']
        place.values() == ['0', '1']
        place.index() == 1
        place.siblings() == ['protects', 'full'] || place.siblings() == ['protects']
    }

    def "what the text says after the cursor counts as well: #text"() {
        expect:
        placeIn(text).siblings() == siblings

        where:
        text                                           || siblings
        "policy('p') {\n |\n full\n journal\n}"        || ['full', 'journal']
        "policy('p') {\n fu|\n journal\n}"             || ['journal']
        "policy('p') {\n full\n}\npolicy('q') {\n |\n}" || []
    }

    def "literals are known with the word and argument that they belong to"() {
        when:
        def text = TypedText.of("""\
            domain('a') {
                region 'r', hosts: ['h1', "h2"]
                database('d') { storageManager archive: 4, host: 'h1' }
            }
            """.stripIndent(), 0)

        then:
        text.said().collect { [it.enclosing().join(' '), it.word(), it.argument(), it.value()] } == [
            ['', 'domain', '', 'a'], ['domain', 'region', '', 'r'], ['domain', 'region', 'hosts', 'h1'],
            ['domain', 'region', 'hosts', 'h2'], ['domain', 'database', '', 'd'],
            ['domain database', 'storageManager', 'archive', '4'], ['domain database', 'storageManager', 'host', 'h1']]
    }

    def "no text and no cursor throws"() {
        given:
        def text = "domain(\"a\${x}\") { region 'r', hosts: ['h'] /* { */ }\nx = [a: 1, (b): { it }] ? '§' : \"\"\"\$"

        expect:
        (0..text.length()).every { TypedText.of(text, it) != null }
        (0..text.length()).every { TypedText.of(text.substring(it), 0) != null }
        (0..text.length()).every { TypedText.of(text.substring(it), text.length() - it) != null }
    }

    private static TypedText.Place placeIn(String text) {
        TypedText.of(text.replace('|', ''), text.indexOf('|')).place()
    }
}
