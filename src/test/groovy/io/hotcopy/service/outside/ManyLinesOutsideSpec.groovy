package io.hotcopy.service.outside

import spock.lang.AutoCleanup
import spock.lang.Requires
import spock.lang.Shared
import spock.lang.Specification

/** The vendor's client is run in two ways here, the quick one only because it says the same as the other. */
@Requires(value = { Venv.isWanted() }, reason = Venv.WITHOUT)
class ManyLinesOutsideSpec extends Specification {

    @AutoCleanup
    @Shared
    RealNuocmd nuocmd = new RealNuocmd()

    def 'many lines in one process are what each is in its own: #line'() {
        given:
        def arguments = Words.of("--api-server 127.0.0.1:1 $line")

        when:
        def quick = nuocmd.run(arguments)
        def alone = nuocmd.runAlone(arguments)

        then:
        quick.exit == exit
        alone.exit == exit
        quick.out == alone.out
        quick.error.replaceAll(/ object at 0x\w+/, '') == alone.error.replaceAll(/ object at 0x\w+/, '')
        quick.error.startsWith(told)

        where:
        line                                                              | exit | told
        'hotcopy'                                                         | 0    | ''
        'get frobs'                                                       | 2    | 'nuocmd get: error: argument '
        'hotcopy database --db-name test --type odd'                      | 2    | 'nuocmd hotcopy database: error: '
        'hotcopy database --db-name test --type full --backup-dirs 0 a 1' | 1    | "'hotcopy database' failed: Cannot"
        'get value --key a'                                               | 1    | 'Unable to connect to http://127.0.'
    }

    def 'nothing of the settings of who builds reaches it'() {
        expect:
        nuocmd.run(['get', 'database']).error ==
            'nuocmd get database: error: the following arguments are required: --db-name'
    }
}
