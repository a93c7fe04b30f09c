package io.hotcopy.admin

import static io.hotcopy.admin.AdminFixture.message

import java.nio.file.Path
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir

/** Starts and shutdowns that cannot be: one sentence, and nothing has happened. */
class ProcessRefusalSpec extends Specification {

    static final Map START = [dbName: 'test', host: 'e2', engineType: 'SM', archiveId: '1', labels: [:]]

    static final String FIXED = 'journal-hot-copy of archive 1 is "enable", and a start does not change it'

    @TempDir
    @Shared
    Path directory

    @AutoCleanup
    @Shared
    AdminFixture service

    private static String notANumber(String text) {
        "\"archiveId\" must be a whole number from 0 to 2147483647, not \"$text\""
    }

    def setupSpec() {
        service = new AdminFixture(directory.resolve('home')).start()
    }

    def "a start that cannot be is refused: #change"() {
        when:
        def answer = service.post('processes', START + change)

        then:
        answer.status() == status
        message(answer) == text
        service.rows('processes').size() == 5

        where:
        change                            || status | text
        [:]                               || 409    | 'Archive 1 is running'
        [archiveId: 9]                    || 404    | 'No archive found with id=9 for dbName=test'
        [archiveId: 'x']                  || 400    | notANumber('x')
        [archiveId: '99999999999']        || 400    | notANumber('99999999999')
        [archiveId: null]                 || 400    | '"archiveId" is missing'
        [archiveId: [1]]                  || 400    | notANumber('[1]')
        [archiveId: 1.5]                  || 400    | notANumber('1.5')
        [dbName: 'nosuch']                || 404    | 'Database nosuch does not exist'
        [dbName: [:]]                     || 400    | '"dbName" must be a text, not "{}"'
        [engineType: 'TE']                || 400    | 'start of a process of type TE: not supported by hotcopy'
        [engineType: 'XX']                || 400    | '"engineType" must be SM, not "XX"'
        [host: 'e1']                      || 400    | 'Archive 1 is on server e2, not on e1'
        [labels: 'x']                     || 400    | '"labels" must be an object, not "x"'
        [labels: [a: [:]]]                || 400    | '"labels.a" must be a text, not "{}"'
        [labels: [region: 'west']]        || 400    | 'label "region" is "east", as declared, not "west"'
        [overrideOptions: [mem: '1g']]    || 400    | 'option "mem": not supported by hotcopy'
        [overrideOptions: ['journal-hot-copy': 'disable']] || 400    | FIXED
        [expectedIncarnation: [major: 7]] || 409    | 'Database test is of incarnation (1, 0), not of the expected one'
    }

    def "a transaction engine is not shut down, and nothing with a core"() {
        expect:
        message(service.delete('processes/4')) == 'shutdown of a transaction engine: not supported by hotcopy'
        message(service.delete('processes/1', [killWithCore: 'True'])) ==
                'shutdown process with --kill-with-core: not supported by hotcopy'
        service.delete('processes/1', [timeout: '-1']).status() == 400
        service.rows('processes').size() == 5
    }
}
