package io.hotcopy.admin

import static io.hotcopy.admin.AdminFixture.json
import static io.hotcopy.admin.AdminFixture.message

import java.nio.file.Path
import spock.lang.AutoCleanup
import spock.lang.Specification
import spock.lang.TempDir

/** add storage-group, remove storage-group and delete storage-group. */
class StorageGroupSpec extends Specification {

    @TempDir
    Path directory

    @AutoCleanup
    AdminFixture service

    def setup() {
        service = new AdminFixture(directory.resolve('home')).start()
    }

    private AdminAnswer change(String how, String group, Object archive) {
        service.post("archives/$how", [dbName: 'test', sgName: group, archiveId: archive])
    }

    def "a new storage group gets a number of its own, then more archives by SYNC, and gives them up"() {
        when:
        def added = json(change('addStorageGroup', 'sg9', '0'))

        then:
        added.sgName == 'SG9'
        added.sgId == 10
        added.archiveStates == ['0': 'ADDED']
        added.leaderCandidates == ['0']
        added.state == 'Available'

        when:
        def more = json(change('addStorageGroup', 'SG9', 2))

        then:
        more.archiveStates == ['0': 'ADDED', '2': 'ADDED']
        more.leaderCandidates == ['0', service.process(2).startId]

        when:
        def fewer = json(change('removeStorageGroup', 'SG9', '0'))

        then:
        fewer.archiveStates == ['2': 'ADDED']
        message(change('removeStorageGroup', 'SG9', '2')).contains('no other running storage manager serves it')
    }

    def "the next start of the unchanged declaration knows what was added and removed"() {
        given:
        change('addStorageGroup', 'SG9', '0')
        change('addStorageGroup', 'SG9', '3')
        change('removeStorageGroup', 'SG1', '0')
        def before = service.rows('databases/test/storageGroups').collectEntries { [it.sgName, it.archiveStates] }

        when:
        service.stop()
        service.start()

        then:
        before.SG9 == ['0': 'ADDED', '3': 'ADDED']
        before.SG1 == ['1': 'ADDED', '3': 'ADDED']
        service.rows('databases/test/storageGroups').collectEntries { [it.sgName, it.archiveStates] } == before
    }

    def "numbers of storage groups are kept"() {
        given:
        def before = service.rows('databases/test/storageGroups').collectEntries { [it.sgName, it.sgId] }

        when:
        service.stop()
        service.start()

        then:
        service.rows('databases/test/storageGroups').collectEntries { [it.sgName, it.sgId] } == before
    }

    def "what cannot be is refused"() {
        expect:
        def add = change('addStorageGroup', group, archive)
        add.status() == status
        message(add) == text

        where:
        group           | archive || status | text
        'SG1'           | '0'     || 409    | 'archive 0 serves storage group SG1 already'
        'SG1'           | '9'     || 404    | 'No archive found with id=9 for dbName=test'
        'ALL'           | '0'     || 400    | 'every archive serves storage group ALL, always'
        'UNPARTITIONED' | '0'     || 400    | 'every archive serves storage group UNPARTITIONED, always'
        'a b'           | '0'     || 400    | '"sgName" must be a name of letters, digits and underscores, not "a b"'
        ''              | '0'     || 400    | '"sgName" must be a name of letters, digits and underscores, not ""'
    }

    def "a storage group that is served is not deleted, and one that is not there cannot be"() {
        when:
        def answer = service.delete('databases/test/storageGroups/SG2')

        then:
        answer.status() == 409
        message(answer) == 'Storage group SG2 is served by archives [1, 2], and hotcopy deletes no data'
        json(answer).hints == ['Declare the database without it, on new archives.']
        message(service.delete('databases/test/storageGroups/SG7')) == 'Storage group SG7 does not exist'
        message(change('removeStorageGroup', 'SG7', '0')) == 'Storage group SG7 does not exist'
    }
}
