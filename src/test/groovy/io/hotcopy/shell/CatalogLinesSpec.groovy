package io.hotcopy.shell

import com.fasterxml.jackson.databind.ObjectMapper
import java.nio.file.Files

/** The catalog, the status and the timeline as lines that people type, each with its exit code. */
class CatalogLinesSpec extends VendorLines {

    def "catalog list and describe need no policy: the index knows where sets lie"() {
        given:
        takeAll()

        when:
        int code = alone('catalog list')

        then:
        code == 0
        out.toString() ==~ /(?s)collection +created .*acme\/test +0 1 +complete +full, 1 inc, 1 jnl .*/

        when:
        code = alone('catalog describe acme/test')

        then:
        code == 0
        out.toString() ==~ /(?s)database acme\/test, 1 backup collection\n  SG1 can be restored to commits \d+ to \d+.*/
        out.toString() =~ /\n  collection [0-9a-f]{8} of \S+, complete: \S+\/backups\/test-2021-12-18-archive-0 …\n/

        when:
        code = alone('catalog list --json')

        then:
        code == 0
        new ObjectMapper().readTree(out.toString()).at('/listing/collections/0/state').textValue() == 'complete'
    }

    def "catalog missing exits 0 when nothing is, and 1 when something is; rebuild enters what lies there"() {
        given:
        takeAll()

        when:
        int code = alone('catalog missing')

        then:
        code == 0
        out.toString() == 'nothing is missing: 2 sets known, all at their places and of their sizes\n'

        when:
        Files.move(directory.resolve(OTHER), directory.resolve('taken'))
        code = alone('catalog missing')

        then:
        code == 1
        out.toString() ==~ /missing: set [0-9a-f]{8} of acme\/test, archive 1, seen in \S+archive-1\n/ +
                /  set \S+ is not in "\S+archive-1" any more\n/

        when:
        Files.createDirectory(directory.resolve('backups/photos'))
        code = alone('catalog rebuild backups')

        then:
        code == 0
        out.toString() ==~ /1 set below \S+\/backups, all known as they are\n/ +
                /  forgot set [0-9a-f]{8} of acme\/test, archive 1: not in \S+archive-1 any more\n/ +
                /  not entered, no backup set: \S+\/backups\/photos\n/
    }

    def "catalog by itself, and with a word that it does not know, is wrong usage"() {
        expect:
        alone('catalog') == 2
        alone('catalog nonsense') == 2
        alone('catalog rebuild') == 2
        alone('timeline --days 0') == 2
    }

    def "how far a timeline looks is bounded"() {
        expect:
        alone('timeline acme.groovy --days 3661') == 1
        err.toString().contains('a timeline shows 1 to 3660 days before now, not 3661')
        alone('timeline acme.groovy --ahead 3661') == 1
        err.toString().contains('a timeline shows 0 to 3660 days after now, not 3661')
        alone('timeline acme.groovy --days 3660 --ahead 3660') == 0
    }

    def "timeline draws the policy, status tells it, and a script says the same words"() {
        given:
        takeAll()
        Files.writeString(directory.resolve('look.groovy'), '''\
            load 'acme.groovy'
            assert catalog.list().listing().collections().size() == 1
            assert catalog.missing().isWhole()
            assert timeline(days: 1).policies().size() == 1
            catalog.describe 'acme/test'
            catalog.rebuild 'backups'
            '''.stripIndent())

        when:
        int code = lines(['load acme.groovy', 'timeline', 'status'])

        then:
        code == 0
        out.toString().contains('policy nightly for acme/test\ntimes in UTC, a column is ')
        out.toString() =~ /\nall together +\.+\+\|\n/
        out.toString() =~ /\nruns of all +[FIJ]\|\n/
        out.toString() =~ /protected: yes, up to \d+ /

        when:
        code = alone('timeline acme.groovy --json --days 2 --ahead 0')

        then:
        code == 0
        new ObjectMapper().readTree(out.toString()).at('/policies/0/backupGroups/0/past').size() == 3

        and:
        alone('run look.groovy') == 0
    }
}
