package io.hotcopy.engine

import io.hotcopy.backupset.BackupSetWriter
import io.hotcopy.backupset.SampleSets
import io.hotcopy.plan.BackupPlan
import io.hotcopy.plan.Basis
import io.hotcopy.plan.HotCopyStep
import io.hotcopy.plan.Pace
import io.hotcopy.problem.HotCopyException
import io.hotcopy.term.ArchiveId
import io.hotcopy.term.ByteSize
import io.hotcopy.term.HotCopyType
import io.hotcopy.driver.ArchiveFacts
import spock.lang.Requires
import spock.lang.Specification
import spock.lang.TempDir

import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.attribute.PosixFilePermissions

/** What a dry run finds on disk; nothing is touched. */
class PreflightSpec extends Specification {

    @TempDir
    Path directory

    def 'accepts a directory that is #what'() {
        given:
        Path target = directory.resolve('set')
        if (exists) {
            Files.createDirectory(target)
        }

        expect:
        Preflight.check(plan(target)) == new PreflightReport([], [], [])

        and: 'it is left as it was'
        Files.exists(target) == exists

        where:
        what              | exists
        'absent'          | false
        'there and empty' | true
    }

    def 'a plan without archives has none whose state could not be checked'() {
        given:
        def basis = new Basis('nightly', 'hash', SampleSets.NAME, false, Optional.empty(), [])

        expect:
        Preflight.check(new BackupPlan(SampleSets.TIME, [], Pace.DEFAULT, [basis], [])).notChecked().isEmpty()
    }

    def 'refuses a destination #what in the words of the hot copy itself'() {
        given:
        Path target = prepared.call(directory)

        when:
        def problems = Preflight.check(plan(target)).problems()

        then:
        problems*.error == [true]

        when:
        BackupSetWriter.initialise(SampleSets.identity(target, SampleSets.member(0, 1, 'SG1'), SampleSets.run(1)))

        then:
        HotCopyException refused = thrown()
        problems.first().message() == refused.message

        where:
        what                        | prepared
        'that is not empty'         | { Path in -> Files.createFile(in.resolve('mine')); in }
        'that is a backup set'      | { Path in -> made(in.resolve('set')) }
        'that is a file'            | { Path in -> Files.createFile(in.resolve('file')) }
        'whose root is missing'     | { Path in -> in.resolve('missing/set') }
    }

    def 'accepts directories below the root that are still to be made'() {
        expect:
        Preflight.check(plan(1000, [], [directory.resolve('a/b/set')], directory)) == new PreflightReport([], [], [])
    }

    def 'refuses a root that is missing, for what belongs there may not be mounted'() {
        given:
        Path missing = directory.resolve('missing')

        expect:
        Preflight.check(plan(missing.resolve('set'))).problems()*.hints() == [
                ["Create the directory \"$missing\" first, or mount what belongs there; what lies below it is made " +
                        'as needed.']]
    }

    def 'refuses a destination whose parent is a file'() {
        expect:
        Preflight.check(plan(Files.createFile(directory.resolve('file')).resolve('set'))).problems()*.message() ==
                ["Failed to create backup set ${directory.resolve('file/set')}: Not a directory".toString()]
    }

    @Requires({ System.getProperty('user.name') != 'root' })
    def 'refuses a parent that must not be written to'() {
        given:
        Path parent = Files.createDirectory(directory.resolve('closed'),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString('r-x------')))

        expect:
        Preflight.check(plan(parent.resolve('set'))).problems()*.message() ==
                ["cannot create backup set in \"$parent\": permission denied".toString()]
    }

    def 'accepts the set that an incremental or journal hot copy was planned for: #type'() {
        expect:
        Preflight.check(appending(type, made(directory.resolve('set')), 1)).problems() == []

        where:
        type << [HotCopyType.INCREMENTAL, HotCopyType.JOURNAL]
    }

    def 'refuses a place where that set is not (any more): #what'() {
        given:
        Path place = directory.resolve('set')
        prepared.call(place)

        expect:
        Preflight.check(appending(HotCopyType.INCREMENTAL, place, 2)).problems()*.error == [true]
        Preflight.check(appending(HotCopyType.INCREMENTAL, place, 2)).problems().first().message() =~ message

        where:
        what              | prepared                       || message
        'nothing'         | { it }                          || /backup set/
        'an empty place'  | { Files.createDirectory(it) }  || /backup set/
        'another set'     | { made(it) }                   || /is set .*2001, the plan says set .*2002/
    }

    @Requires({ System.getProperty('user.name') != 'root' })
    def 'refuses a set that must not be written to'() {
        given:
        Path set = made(directory.resolve('set'))
        Files.setPosixFilePermissions(set, PosixFilePermissions.fromString('r-x------'))

        expect:
        Preflight.check(appending(HotCopyType.INCREMENTAL, set, 1)).problems()*.message() ==
                ["cannot write into backup set \"$set\": permission denied".toString()]
    }

    def 'adds up what the archives need on one file system, and refuses when less is free'() {
        given:
        long free = Files.getFileStore(directory).usableSpace

        when:
        def problems = Preflight.check(plan(free.intdiv(3) * 2, directory.resolve('a'), directory.resolve('b')))
                .problems()

        then:
        problems.size() == 1
        problems.first().message() ==~ /about .* are needed under ".*", but only .* are free/
        problems.first().hints() == ['Free space on that file system, or choose a directory on another one.']
    }

    def 'reports everything at once'() {
        expect:
        Preflight.check(plan(directory.resolve('x/set'), directory.resolve('y/set'))).problems().size() == 2
    }

    def 'when backup groups are copied apart, it says whom an obstacle bars and asks no space for that one'() {
        given: 'the west is not mounted, and has more to copy than any disk takes'
        BackupPlan both = plan(directory.resolve('east')).with([step('east', 1000, directory.resolve('east')),
                step('west', Long.MAX_VALUE >> 1, directory.resolve('missing/west'))])

        when:
        def report = Preflight.checkApart(both)

        then:
        report.problems()*.message().every { it.startsWith('Failed to create backup set ') }
        report.barred()*.backupGroup() == ['west']
        report.barred()[0].errors() == report.problems()

        and: 'what is refused as a whole is told all of it'
        Preflight.check(both).problems()*.message()*.take(6) == ['Failed', 'about ']
        Preflight.check(both).barred() == []
    }

    def 'a disk that is too small for several groups bars none of them: #first and #second'() {
        given:
        BackupPlan both = plan(directory.resolve('set')).with([step('east', first, directory.resolve('a')),
                                                               step(group, second, directory.resolve('b'))])

        when:
        def report = Preflight.checkApart(both)

        then:
        report.problems()*.message().every { it.startsWith('about ') }
        report.problems().size() == 1
        report.barred()*.backupGroup() == barred

        where:
        group  | first               | second              || barred
        'west' | Long.MAX_VALUE >> 1 | Long.MAX_VALUE >> 2 || []
        'east' | Long.MAX_VALUE >> 1 | Long.MAX_VALUE >> 2 || ['east']
    }

    def 'says what it could not check'() {
        given:
        Basis stopped = new Basis('nightly', 'hash', SampleSets.NAME, false, Optional.empty(),
                [new Basis.Archive(new ArchiveId(0), ArchiveFacts.State.UNKNOWN, SampleSets.groups('SG1'), true,
                        Optional.empty(), Optional.empty(), new TreeMap(), [])])

        expect:
        Preflight.check(plan(0, [stopped], [directory.resolve('set')])).notChecked() == [
                'state of archive 0 of acme/test not checked: domain not running',
                'free space for archive 0 not checked: its size is not known']
    }

    private static Path made(Path set) {
        BackupSetWriter.initialise(SampleSets.identity(set, SampleSets.member(0, 1, 'SG1'), SampleSets.run(1)))
        set
    }

    private static BackupPlan plan(Path... directories) {
        plan(1000L, directories)
    }

    private static BackupPlan plan(long bytes, Path... directories) {
        plan(bytes, [], directories as List)
    }

    private static BackupPlan plan(long bytes, List<Basis> decidedOn, List<Path> directories, Path root = null) {
        List<HotCopyStep.Member> members = directories.indexed().collect { id, target ->
            new HotCopyStep.Member(new ArchiveId(id), 'host', SampleSets.groups('SG1'), root ?: target.parent, target,
                    Optional.empty(), new ByteSize(bytes))
        }
        HotCopyStep step = new HotCopyStep('nightly', 'east', SampleSets.NAME, HotCopyType.FULL, members, 'asked for',
                Optional.empty())
        new BackupPlan(SampleSets.TIME, [step], Pace.DEFAULT, decidedOn, [])
    }

    private static HotCopyStep step(String group, long bytes, Path target) {
        new HotCopyStep('nightly', group, SampleSets.NAME, HotCopyType.FULL, [new HotCopyStep.Member(new ArchiveId(0),
                'host', SampleSets.groups('SG1'), target.parent, target, Optional.empty(), new ByteSize(bytes))],
                'asked for', Optional.empty())
    }

    private static BackupPlan appending(HotCopyType type, Path place, int set) {
        HotCopyStep.Member member = new HotCopyStep.Member(new ArchiveId(0), 'host', SampleSets.groups('SG1'), place,
                place, Optional.of(SampleSets.setId(set)), new ByteSize(1))
        HotCopyStep step = new HotCopyStep(
                'nightly', 'east', SampleSets.NAME, type, [member], 'asked for', Optional.empty())
        new BackupPlan(SampleSets.TIME, [step], Pace.DEFAULT, [], [])
    }
}
