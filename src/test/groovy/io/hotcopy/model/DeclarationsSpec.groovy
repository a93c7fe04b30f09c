package io.hotcopy.model

import io.hotcopy.problem.SourceSpan
import io.hotcopy.term.ArchiveId
import io.hotcopy.term.DatabaseName
import io.hotcopy.term.HotCopyType
import io.hotcopy.term.StorageGroupName
import java.nio.file.Path
import spock.lang.Specification


/** What has been declared, and the questions it answers. */
class DeclarationsSpec extends Specification {
    static final Database LEDGER = Database.of(
            'ledger', groups('SG1', 'SG2', 'SG3'), ['e1'],
            [manager(0, 'e1', 'SG1', 'SG2'), manager(1, 'e2', 'SG1', 'SG3'), manager(3, 'w1', 'SG2')])
    static final Domain BANK = new Domain(
            'bank', Optional.empty(), [new Region('east', ['e1', 'e2']), new Region('west', ['w1'])], [LEDGER])

    def 'two are equal when they declare the same, wherever it stands'() {
        given:
        Map<String, SourceSpan> here = ['domain/bank': new SourceSpan('a', 1, 1, 1, 2)]

        expect:
        new Declarations([BANK], [], here) == new Declarations([BANK], [], [:])
        new Declarations([BANK], [], here).hashCode() == new Declarations([BANK], [], [:]).hashCode()
        new Declarations([BANK], [], here) != new Declarations([], [], here)
        new Declarations([], [policy('a')], [:]) != new Declarations([], [policy('b')], [:])
    }

    def 'the place of a thing is its own, else that of what it is in'() {
        given:
        def span = new SourceSpan('a', 1, 1, 1, 2)
        def declarations = new Declarations([BANK], [], ['domain/bank': span])

        expect:
        declarations.spanOf('domain/bank').get() == span
        declarations.spanOf('domain/bank/database/ledger/storageManager/0').get() == span
        declarations.spanOf('domain/other').empty
        declarations.spanOf('policy').empty
    }

    def 'what is declared later replaces what has its name, in its place, with all places'() {
        given:
        def span = { int line -> new SourceSpan('a', line, 1, line, 2) }
        def smaller = new Domain('bank', Optional.of(Path.of('data')), [], [])
        def other = new Domain('other', Optional.empty(), [], [])
        def known = new Declarations([BANK, other], [policy('p')],
                ['domain/bank': span(1), 'domain/bank/region/east': span(2), 'domain/other': span(3),
                 'policy/p': span(4)])
        def later = new Declarations([smaller], [policy('q')], ['domain/bank': span(11), 'policy/q': span(12)])

        when:
        def all = known.with(later)

        then:
        all.domains() == [smaller, other]
        all.policies()*.name() == ['p', 'q']
        all.spanOf('domain/bank/region/east').get() == span(11)
        all.spanOf('domain/other').get() == span(3)
        all.spanOf('policy/q').get() == span(12)
    }

    def 'things are found by name'() {
        given:
        def declarations = new Declarations([BANK], [policy('p')], [:])

        expect:
        declarations.domain('bank').get() == BANK
        declarations.database(new DatabaseName('bank', 'ledger')).get() == LEDGER
        declarations.database(new DatabaseName('bank', 'other')).empty
        declarations.database(new DatabaseName('other', 'ledger')).empty
        declarations.policiesOf(BANK)*.name() == ['p']
        BANK.nameOf(LEDGER) == new DatabaseName('bank', 'ledger')
    }

    def 'a host is in a region, a region has storage managers, a storage group has archives'() {
        expect:
        BANK.regionOf('e2').get().name() == 'east'
        BANK.regionOf('x').empty
        LEDGER.storageManagersIn(BANK.region('east').get())*.archive() == archives(0, 1)
        LEDGER.archivesServing(new StorageGroupName('SG2')) == archives(0, 3)
        LEDGER.archivesServing(StorageGroupName.UNPARTITIONED) == archives(0, 1, 3)
        LEDGER.hasStorageGroups()
    }

    def 'a backup group covers a database when its archives hold every storage group together: #ids'() {
        given:
        BackupGroup group = BackupGroup.of('g', archives(*ids))

        expect:
        group.covers(LEDGER) == missing.empty
        group.missingFrom(LEDGER) == missing.collect { new StorageGroupName(it) } as Set

        where:
        ids       || missing
        [0, 1]    || []
        [0]       || ['SG3']
        [3]       || ['SG1', 'SG3']
        [9]       || ['SG1', 'SG2', 'SG3', 'UNPARTITIONED']
    }

    def 'a directory pattern has placeholders of a closed list'() {
        when:
        new DirectoryPattern(Path.of(''), 'backups/{archve}')

        then:
        IllegalArgumentException wrong = thrown()
        wrong.message == 'unknown placeholder {archve} in "backups/{archve}"'
        DirectoryPattern.Placeholder.words() ==
                ['domain', 'database', 'policy', 'group', 'archive', 'region', 'date', 'time', 'type']
    }

    def 'names can stand in a path as they are: #name'() {
        expect:
        PlainName.isValid(name) == isValid

        where:
        name        || isValid
        'east-1'    || true
        'e_1.b'     || true
        'Zürich'    || true
        '1'         || true
        ''          || false
        '.'         || false
        '..'        || false
        '-a'        || false
        'a b'       || false
        'a/b'       || false
        'a\nb'      || false
        'x' * 64    || true
        'x' * 65    || false
    }

    private static BackupPolicy policy(String name) {
        new BackupPolicy(name, new DatabaseName('bank', 'ledger'), BackupPolicy.DEFAULT_TIME_ZONE,
                Objectives.NONE, [BackupGroup.of('g', archives(0, 1))],
                [RunLine.whenAsked(HotCopyType.FULL)], Reactions.DEFAULT,
                BackupPolicy.DEFAULT_OUTAGE,
                new DirectoryPattern(Path.of(''), '{archive}'), Optional.empty(), [])
    }

    private static StorageManager manager(int archive, String host, String... groups) {
        new StorageManager(new ArchiveId(archive), host, DeclarationsSpec.groups(groups), false)
    }

    private static List<ArchiveId> archives(int... ids) {
        ids.collect { new ArchiveId(it) }
    }

    private static SortedSet<StorageGroupName> groups(String... names) {
        new TreeSet<>(names.collect { new StorageGroupName(it) })
    }
}
