package io.hotcopy.shell.screen

import spock.lang.Specification

/** Colours are those of the terminal's own palette that can be read on a light and on a dark background. */
class InkSpec extends Specification {

    static final YELLOW = 33
    static final WHITE = 37
    static final BLACK = 30
    static final BRIGHT = 90..107

    def "#ink is neither yellow nor white nor black nor bright, and never colours the background"() {
        given:
        def codes = (ink.of('text').toAnsi() =~ /\u001b\[([0-9;]*)m/).collectMany { it[1].split(';').toList() }
            .findAll()*.toInteger()

        expect:
        codes.intersect([YELLOW, WHITE, BLACK]).empty
        codes.intersect(BRIGHT.toList()).empty
        codes.every { it < 38 }

        where:
        ink << Ink.values()
    }
}
