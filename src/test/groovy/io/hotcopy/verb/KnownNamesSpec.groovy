package io.hotcopy.verb

import io.hotcopy.progress.ProgressListener
import io.hotcopy.recovery.RestoreTarget
import java.nio.file.Path
import spock.lang.AutoCleanup
import spock.lang.Specification
import spock.lang.TempDir

/** What may be offered while somebody types: what is known here, never what would have to be looked up. */
class KnownNamesSpec extends Specification {

    @TempDir
    Path directory

    @AutoCleanup
    Verbs verbs

    def setup() {
        SmallBank.writeInto(directory)
        verbs = TestVerbs.in(directory)
        verbs.load().run(new LoadRequest([Path.of('domain.groovy'), Path.of('policy.groovy')]))
    }

    def "tables are those of the domain that runs, and of what is opened"() {
        expect:
        verbs.names() == KnownNames.NONE

        when:
        verbs.start().run(StartRequest.of('bank'))
        verbs.createTable().run(new CreateTableRequest('accounts', [], Optional.empty()))
        backup()
        verbs.createTable().run(new CreateTableRequest('notes', [], Optional.empty()))
        def request = new RestoreRequest(SetRequest.of('latest'), Path.of('before'), new RestoreTarget.Latest())
        verbs.restore().run(request, { true }, ProgressListener.NONE)
        verbs.open().run(new OpenRequest([Path.of('before')], 'before'))

        then:
        verbs.names().tables()*.word() == ['accounts', 'notes']
        verbs.names().openedTables()*.word() == ['before.accounts']

        when:
        verbs.stop().run()

        then:
        verbs.names().tables().isEmpty()
        verbs.names().openedTables()*.word() == ['before.accounts']
    }

    def "sets are those that #verb saw, whatever lies on disk since, and before that what was made here"() {
        given:
        verbs.start().run(StartRequest.of('bank'))
        def collection = backup().collections()[0]

        expect:
        verbs.names().sets()*.word() == [collection]

        when:
        look(verbs)
        directory.resolve('backups').toFile().deleteDir()

        then:
        verbs.names().sets()[0].word() == collection
        verbs.names().sets().drop(1)*.word()*.replaceFirst('.*T[0-9]+-', '') == ['archive-0', 'archive-1']

        where:
        verb     | look
        'list'   | { it.list().run([]) }
        'status' | { it.status().run() }
    }

    private backup() {
        verbs.backup().run(BackupRequest.full(), { true }, ProgressListener.NONE)
    }
}
