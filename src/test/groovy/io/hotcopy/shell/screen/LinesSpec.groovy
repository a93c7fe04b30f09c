package io.hotcopy.shell.screen

import spock.lang.Specification

/** Lines are laid out when they are shown: for a screen of so many columns, or for a pipe. */
class LinesSpec extends Specification {

    def "a sentence breaks between words, and goes on below its text"() {
        expect:
        new Lines().add(sentence).fitting(30)*.toString() == shown

        where:
        sentence                                        || shown
        'short'                                         || ['short']
        'a sentence that is wider than the screen'      || ['a sentence that is wider than', '  the screen']
        '  a sentence that is set in by two blanks'     || ['  a sentence that is set in by', '    two blanks']
        'HINT: do this, and if it is no help do that'   || ['HINT: do this, and if it is no', '      help do that']
        '   why    asked for; coordinated, so they agree' ||
            ['   why    asked for;', '          coordinated, so they', '          agree']
    }

    def "a word that is longer than a line stands whole on its own, so that it can be copied"() {
        expect:
        new Lines().add('HINT: make /srv/backups/east/ledger-archive-0 first').fitting(30)*.toString() ==
            ['HINT: make', '/srv/backups/east/ledger-archive-0', '      first']
        new Lines().add('HINT: make /srv/backups/east/ledger first').fitting(30)*.toString() ==
            ['HINT: make', '      /srv/backups/east/ledger', '      first']
    }

    def "in a pipe nothing is broken"() {
        given:
        def lines = new Lines().add('a sentence that is wider than the screen')

        expect:
        lines.toString() == 'a sentence that is wider than the screen'
    }

    def "what a program reads is never broken"() {
        expect:
        new Lines().addAsItIs('one two three four five six seven').fitting(20)*.toString() ==
            ['one two three four five six seven']
    }

    def "signs of two columns count as two"() {
        expect:
        new Lines().add('東京 東京 東京 東京 東京').fitting(20)*.toString() == ['東京 東京 東京 東京', '  東京']
    }

    def "the words are the same for every width, and no line is longer but for one word"() {
        given:
        def text = 'backup group "east" of policy "bank-nightly" cannot be copied: Failed to create backup set ' +
            '/srv/copies/backups/east/ledger-2026-11-26T131729-archive-0: No such file or directory'
        def lines = new Lines().add(Ink.BAD.of('ERROR: '), Ink.PLAIN.of(text))

        expect:
        (20..120).every { width ->
            def shown = lines.fitting(width)
            shown*.toString().join(' ').replaceAll(/ +/, ' ') == "ERROR: $text" &&
                shown.every { it.columnLength() <= width || !it.toString().trim().contains(' ') }
        }
    }
}
