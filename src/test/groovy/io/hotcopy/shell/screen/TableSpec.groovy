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

    def "a row with a cell too few is a mistake of the program"() {
        when:
        new Table('a', 'b').row(1)

        then:
        thrown(IllegalArgumentException)
    }
}
