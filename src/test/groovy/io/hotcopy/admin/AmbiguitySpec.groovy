package io.hotcopy.admin

import io.hotcopy.model.Database
import io.hotcopy.problem.HotCopyException
import java.nio.file.Path
import spock.lang.AutoCleanup
import spock.lang.Specification
import spock.lang.TempDir

/** What the protocol could not tell apart is not served. */
class AmbiguitySpec extends Specification {

    @TempDir
    Path directory

    @AutoCleanup
    AdminFixture service

    private AdminFixture with(String name, int archive) {
        service = new AdminFixture(directory.resolve('home'))
        service.more = [Database.of(name, new TreeSet<>(), ['e1'], [AdminFixture.manager(archive, 'e2')])]
        return service.start()
    }

    def "two databases that share the number of an archive"() {
        when:
        with('other', 2)

        then:
        def refused = thrown(HotCopyException)
        refused.message == 'archive 2 is one of database "test" and one of "other", and the service knows archives by' +
                ' their number alone'
    }

    def "a database that is named as a word of the protocol"() {
        when:
        with('cancelHotCopy', 7)

        then:
        def refused = thrown(HotCopyException)
        refused.message.startsWith('"cancelHotCopy" is a word of the administration protocol')
    }

    def "two databases are served side by side"() {
        expect:
        with('other', 7).rows('databases', [orderBy: 'name'])*.name == ['other', 'test']
        service.rows('processes')*.dbName == ['test'] * 5 + ['other'] * 2
        service.rows('archives', [filterBy: 'dbName', dbName: 'other'])*.id == [7]
        service.rows('databases/other/storageGroups')*.sgId == [1, 2]
    }
}
