package io.hotcopy.verb

import io.hotcopy.live.Neighbours
import io.hotcopy.mission.MadeClock
import io.hotcopy.progress.ProgressListener
import java.nio.file.Files
import java.nio.file.Path
import java.time.Duration
import spock.lang.AutoCleanup
import spock.lang.Specification
import spock.lang.TempDir

/** Two databases of one name, such as those of two checkouts, whose sets one catalog knows. */
class NamesakesSpec extends Specification {
    private static final Confirmation YES = { preview -> true }

    @TempDir
    Path directory

    def clock = new MadeClock()

    @AutoCleanup
    Verbs other

    @AutoCleanup
    Verbs own

    def "expire does not touch the other's sets, also when the own ones are out of sight"() {
        given: 'fulls of the other, of which the policy would keep the newest'
        other = started('other', 1)
        3.times { backup(other) }

        and: 'one of our own, whose directory is not mounted now'
        own = started('own', 2)
        backup(own)
        own.catalog().rebuild([directory.resolve('other/backups')])
        Files.move(directory.resolve('own/backups'), directory.resolve('away'))

        when:
        def result = own.expire().run(ExpireRequest.byPolicies(), YES, ProgressListener.NONE)

        then:
        result.databases().every { it.decision().fates().isEmpty() && it.deleted().isEmpty() }
        directory.resolve('other/backups').toFile().list().length == 6
    }

    private Verbs started(String name, long seed) {
        def home = Files.createDirectory(directory.resolve(name))
        SmallBank.writeInto(home)
        def policy = home.resolve('policy.groovy')
        Files.writeString(policy, Files.readString(policy).replace('full\n', 'full\n    retain minimum: 1\n'))
        def verbs = new Verbs(TestVerbs.surroundings(home, clock, { }, Neighbours.NONE, seed))
        assert verbs.load().run(new LoadRequest([Path.of('domain.groovy'), Path.of('policy.groovy')])).loaded()
        verbs.start().run(StartRequest.of('bank'))
        verbs
    }

    private void backup(Verbs verbs) {
        verbs.backup().run(BackupRequest.full(), YES, ProgressListener.NONE)
        clock.pass(Duration.ofDays(1))
    }
}
