package io.hotcopy.shell.page

import static io.hotcopy.shell.page.MadeProofs.at
import static io.hotcopy.shell.page.MadeProofs.down
import static io.hotcopy.shell.page.MadeProofs.lost
import static io.hotcopy.shell.page.MadeProofs.overlap
import static io.hotcopy.shell.page.MadeProofs.proof
import static io.hotcopy.shell.page.MadeProofs.scenario
import static io.hotcopy.shell.page.MadeProofs.story

import com.fasterxml.jackson.databind.ObjectMapper
import io.hotcopy.shell.screen.ResultJson
import io.hotcopy.simulate.Failure
import io.hotcopy.verb.ProveResult
import spock.lang.Specification

/** What prove --json says: everything, once, instants by the clock of the policy. */
class ProofJsonSpec extends Specification {

    def 'every scenario is there with its figures, its storage groups and its story'() {
        given:
        def made = proof(overlaps: [overlap()], assumptions: ['it is so'],
            scenario(groups: [SG1: [5, 6]], new Failure.None(), 10.7, 31),
            scenario(rpoHolds: false, ends: at('2026-12-01T03:00:00Z'), story: story(), down(0), 33, 44),
            scenario(stops: 'no majority', rtoHolds: false, lost('east'), null, null))
        def json = json(ProveResult.of(['sm:0'], [made], ['by-hand']))

        expect:
        json.keySet() as List == ['holds', 'asked', 'policies', 'unscheduled']
        json.holds == false
        json.asked == ['sm:0']
        json.unscheduled == ['by-hand']
        with(json.policies[0]) {
            policy == 'acme-nightly'
            database == 'acme/test'
            zone == 'Europe/Berlin'
            from == '2026-11-26T07:00+01:00'
            through == '2026-12-26T07:00+01:00'
            [rpo, rto] == ['PT15M', 'PT2H']
            !it.holds
            overlaps == [[backupGroup: 'east', type: 'incremental', running: 'full', reaction: 'wait',
                          first: '2026-11-29T02:00+01:00', times: 4]]
            assumptions == ['it is so']
        }

        and:
        def (none, sm, region) = json.policies[0].scenarios
        [none, sm, region]*.failure == ['none', 'sm:0', 'region:east']
        [none, sm, region]*.words == ['no failure', 'storage manager of archive 0 down', 'region east lost']
        none.groups == [SG1: [rpo: figure('PT5M'), rto: restore('PT6M')]]
        none.whole == [rpo: figure('PT10M42S'), rto: restore('PT31M')]
        [none.begins, none.ends, none.stops, none.story] == [null, null, null, []]
        [none.holds, none.rpoHolds, none.rtoHolds] == [true, true, true]
        [sm.begins, sm.ends] == ['2026-12-01T02:00+01:00', '2026-12-01T04:00+01:00']
        [sm.holds, sm.rpoHolds, sm.rtoHolds] == [false, false, true]
        sm.story.size() == 10
        sm.story[2] == [at: '2026-12-01T02:10+01:00', kind: 'failed', backupGroup: 'east', type: 'journal',
                        words: 'journal hot copy cannot begin: archive 0 is not RUNNING']
        sm.story[1].backupGroup == null && sm.story[1].type == null
        [region.stops, region.whole.rpo.time, region.whole.rto.time] == ['no majority', null, null]
    }

    private static figure(String time) {
        [time: time, at: '2026-12-01T05:10+01:00', because: 'the newest commit that can be restored is of 04:37']
    }

    private static restore(String time) {
        [time: time, at: '2026-12-06T01:00+01:00', because: 'a full and 167 incrementals are read']
    }

    private static Map json(Object result) {
        def text = new StringWriter()
        ResultJson.write(result, new PrintWriter(text))
        new ObjectMapper().readValue(text.toString(), Map)
    }
}
