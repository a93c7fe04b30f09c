package io.hotcopy.dsl

import io.hotcopy.model.Database
import io.hotcopy.model.ExpectedData
import io.hotcopy.term.ByteSize
import io.hotcopy.term.StorageGroupName
import spock.lang.Specification

/** How much data a person expects, for plans that are made without a running domain. */
class ExpectedDataSpec extends Specification {
    static final String SIZES = 'size: 100.GB, changesPerDay: 2.GB, journalPerDay: 6.GB'

    def 'nothing is expected unless somebody says so'() {
        expect:
        theDatabase('').expectations().empty
        theDatabase('').copyRate().empty
    }

    def 'of the whole database, or of each storage group: #words'() {
        expect:
        theDatabase(words).expectations() == groups.collect {
            new ExpectedData(Optional.ofNullable(it).map(StorageGroupName::new), ByteSize.ofMegabytes(100_000),
                    ByteSize.ofMegabytes(2_000), ByteSize.ofMegabytes(6_000))
        }

        where:
        words                                                                     || groups
        "expect $SIZES"                                                           || [null]
        "expect storageGroup: 'SG1', $SIZES\nexpect storageGroup: 'SG2', $SIZES"  || ['SG1', 'SG2']
        "expect storageGroup: 'UNPARTITIONED', $SIZES"                            || ['UNPARTITIONED']
    }

    def 'how fast one storage manager is copied'() {
        expect:
        theDatabase('copyRate 200.MB').copyRate().get() == ByteSize.ofMegabytes(200)
    }

    def 'mistakes are told at their place: #words'() {
        expect:
        about(words).findings() == findings

        where:
        words                                          || findings
        "expect storageGroup: 'SG9', $SIZES"           || [
                "bank.groovy:7:22: storage group SG9 is not declared in database 'ledger'"]
        "expect storageGroup: 'SG1', $SIZES\nexpect storageGroup: 'SG1', $SIZES" || [
                'bank.groovy:8:22: the data of storage group SG1 is expected twice']
        "expect $SIZES\nexpect $SIZES"                 || [
                "bank.groovy:8:1: the data of database 'ledger' as a whole is expected twice"]
        "expect $SIZES\nexpect storageGroup: 'SG1', $SIZES" || [
                'bank.groovy:7:1: the data of storage group SG1 is expected on its own and with the whole of ' +
                "database 'ledger'"]
        'expect size: 100.GB'                          || [
                'bank.groovy:7:1: `expect` needs `changesPerDay:`',
                'bank.groovy:7:1: `expect` needs `journalPerDay:`']
        'expect size: 100, changesPerDay: 2.GB, journalPerDay: 1.hour' || [
                'bank.groovy:7:14: `size:` of `expect` takes a size, not 100',
                'bank.groovy:7:55: `journalPerDay:` of `expect` takes a size, not a duration']
        'copyRate 0.MB'                                || ['bank.groovy:7:10: `copyRate` is zero']
        'copyRate 200'                                 || ['bank.groovy:7:10: `copyRate` takes a size, not 200']
        'copyRate 1.MB\ncopyRate 2.MB'                 || [
                "bank.groovy:8:1: `copyRate` stands twice in database 'ledger'"]
    }

    private static Declared about(String words) {
        Declared.database("storageGroups 'SG1', 'SG2'\ntransactionEngines hosts: ['e1']\n" +
                "storageManager archive: 0, host: 'e1', serves: ['SG1', 'SG2']\n$words")
    }

    private static Database theDatabase(String words) {
        about(words).theDatabase()
    }
}
