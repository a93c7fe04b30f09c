package io.hotcopy.shell.screen

import spock.lang.Specification

class TableSpec extends Specification {

    def "columns are as wide as their widest cell, numbers stand to the right, nothing is padded at the end"() {
        given:
        def table = new Table('archive', '>size', 'state')

        when:
        table.row(0, '214 MB', Ink.GOOD.of('RUNNING')).row(11, '9 kB', 'STOPPED')

        then:
        table.lines().toString() == '''\
            |archive    size  state
            |0        214 MB  RUNNING
            |11         9 kB  STOPPED'''.stripMargin()
    }

    def "a column of text goes on below where the screen is too narrow"() {
        given:
        def table = new Table('collection', '>size', '~why', 'state')
            .row('0c01a3ff', '214 MB', 'the newest of backup group east; held until 2027', 'stays')
            .row('77aa01b2', '9 kB', '', 'goes')

        expect:
        shown(table, 45) == '''\
            |collection    size  why                 state
            |0c01a3ff    214 MB  the newest of       stays
            |                    backup group east;
            |                    held until 2027
            |77aa01b2      9 kB                      goes'''.stripMargin()
    }

    def "a path goes on after a slash"() {
        expect:
        shown(new Table('>archive', '~set').row(0, '/srv/backups/east/ledger-2026'), 25) == '''\
            |archive  set
            |      0  /srv/backups/
            |         east/ledger-2026'''.stripMargin()
    }

    def "where that is not enough a row is told, heading after heading, without those that say nothing"() {
        given:
        def table = new Table('collection', 'created', '>cut', 'elements', '~sets')
            .row('0c01a3ff', '2026-11-26T13:17:29Z', 4711, '-', 'backups/east/ledger')

        expect:
        shown(table, 50) == '''\
            |collection 0c01a3ff  created 2026-11-26T13:17:29Z
            |  cut 4711  sets backups/east/ledger'''.stripMargin()
    }

    def "a cell with signs of two columns keeps what follows in its column"() {
        expect:
        shown(new Table('key', 'value').row('東京', 'a').row('x', 'b'), 40) == '''\
            |key   value
            |東京  a
            |x     b'''.stripMargin()
    }

    def "no line is wider than the screen, whatever its width, but for one long word"() {
        given:
        def table = new Table('collection', 'created', 'database', '>cut', '~why', '~sets')
            .row('0c01a3ff', '2026-11-26T13:17:29Z', 'bank/ledger', 4711, 'the newest of backup group east', 'a/b 東京')

        expect:
        (20..120).every { width ->
            table.fitting(width).every { it.columnLength() <= width || !it.toString().trim().contains('  ') }
        }
    }

    def "a row with a cell too few is a mistake of the program"() {
        when:
        new Table('a', 'b').row(1)

        then:
        thrown(IllegalArgumentException)
    }

    private static String shown(Table table, int width) {
        table.fitting(width).join('\n')
    }
}
