package io.hotcopy.shell.command

import spock.lang.Specification

class NoticesSpec extends Specification {

    def notices = new Notices()

    def "what happens while a job runs is kept for its end, once and in order"() {
        when:
        notices.accept('one')
        notices.accept('two')

        then:
        notices.drain() == ['one', 'two']
        notices.drain() == []
    }

    def "what happens while a line is being typed is shown at once"() {
        given:
        def shown = []

        when:
        notices.showBy(shown::add)
        notices.accept('now')
        notices.keep()
        notices.accept('later')

        then:
        shown == ['now']
        notices.drain() == ['later']
    }
}
