package io.hotcopy.shell.keyboard

import io.hotcopy.verb.DomainState
import spock.lang.Specification

class PromptTextSpec extends Specification {

    def "the prompt says #text"() {
        expect:
        new PromptText().of(Optional.ofNullable(state)).toString() == text

        where:
        state                                                   || text
        null                                                    || 'hotcopy> '
        DomainState.runs('bank')                                || 'bank> '
        state()                                                 || 'bank> '
        state(down: 1)                                          || 'bank (1 of 3 archives down)> '
        state(lost: ['east'])                                   || 'bank (east lost)> '
        state(lost: ['east'], down: 1)                          || 'bank (east lost, 1 of 3 archives down)> '
        state(stopped: ['ledger'])                              || 'bank (stopped)> '
        state(databases: 2, stopped: ['ledger'], down: 1)       || 'bank (ledger stopped, 1 of 3 archives down)> '
    }

    def "a domain that ran and runs no more is called stopped, until another runs"() {
        given:
        def prompt = new PromptText()

        expect:
        prompt.of(Optional.of(state())).toString() == 'bank> '
        prompt.of(Optional.empty()).toString() == 'bank (stopped)> '
        prompt.of(Optional.of(DomainState.runs('shop'))).toString() == 'shop> '
    }

    private static DomainState state(Map how = [:]) {
        new DomainState('bank', how.databases ?: 1, how.stopped ?: [], how.lost ?: [], 3, how.down ?: 0)
    }
}
