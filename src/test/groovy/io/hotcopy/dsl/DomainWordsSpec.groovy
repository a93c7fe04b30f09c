package io.hotcopy.dsl

import io.hotcopy.model.Region
import io.hotcopy.model.StorageManager
import io.hotcopy.term.ArchiveId
import io.hotcopy.term.StorageGroupName
import spock.lang.Specification

import java.nio.file.Path

/** What can be said about a domain, and what it means. */
class DomainWordsSpec extends Specification {
    static final String DATABASE = '''
        database('ledger') {
            transactionEngines hosts: ['e1']
            storageManager archive: 0, host: 'e1'
        }
        '''

    def 'a domain has regions of hosts'() {
        expect:
        Declared.domain("""
            region 'east', hosts: ['e1', 'e2']
            region 'west', hosts: ['w1']
            $DATABASE
            """).theDomain().regions() == [new Region('east', ['e1', 'e2']), new Region('west', ['w1'])]
    }

    def 'the home of an embedded domain starts at the directory of its file'() {
        given:
        String text = Declared.domainText("""
            embedded home: '$home'
            region 'east', hosts: ['e1']
            $DATABASE
            """)

        expect:
        Declared.files([(file): text]).theDomain().home().get() == Path.of(path)

        where:
        file                         | home                || path
        'examples/bank/bank.groovy'  | '../../data/bank'   || 'data/bank'
        'bank.groovy'                | 'data/bank'         || 'data/bank'
        'examples/bank/bank.groovy'  | '/srv/bank'         || '/srv/bank'
    }

    def 'a domain may be described without being embedded'() {
        expect:
        Declared.domain("region 'east', hosts: ['e1']\n$DATABASE").theDomain().home().empty
    }

    def 'a storage manager serves what it says, and UNPARTITIONED as every one does'() {
        expect:
        Declared.database('''
            storageGroups 'SG1', 'sg2'
            transactionEngines hosts: ['e1']
            storageManager archive: 0, host: 'e1', serves: ['SG1', 'SG2'], journalHotCopy: true
            storageManager archive: 1, host: 'e2'
            ''').theDatabase().storageManagers() == [
                new StorageManager(new ArchiveId(0), 'e1', groups('SG1', 'SG2', 'UNPARTITIONED'), true),
                new StorageManager(new ArchiveId(1), 'e2', groups('UNPARTITIONED'), false)]
    }

    def 'a database without storage groups has only UNPARTITIONED'() {
        expect:
        !Declared.domain("region 'east', hosts: ['e1']\n$DATABASE").theDatabase().hasStorageGroups()
    }

    def 'words that add up may stand several times'() {
        expect:
        Declared.database('''
            storageGroups 'SG1'
            storageGroups 'SG2'
            transactionEngines hosts: ['e1']
            transactionEngines hosts: ['e2']
            storageManager archive: 0, host: 'e1', serves: ['SG1', 'SG2']
            ''').theDatabase().transactionEngineHosts() == ['e1', 'e2']
    }

    def 'every declared thing has a place'() {
        given:
        def declarations = Declared.file(Declared.BANK).declarations()

        expect:
        declarations.spanOf(path).get().toString() == place

        where:
        path                                         || place
        'domain/bank'                                || 'bank.groovy:1:8'
        'domain/bank/region/east'                    || 'bank.groovy:2:12'
        'domain/bank/database/ledger'                || 'bank.groovy:3:14'
        'domain/bank/database/ledger/storageManager/1' || 'bank.groovy:7:33'
        'domain/bank/database/ledger/anything'       || 'bank.groovy:3:14'
    }

    private static SortedSet<StorageGroupName> groups(String... names) {
        new TreeSet<>(names.collect { new StorageGroupName(it) })
    }
}
