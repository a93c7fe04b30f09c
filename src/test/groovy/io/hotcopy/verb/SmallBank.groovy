package io.hotcopy.verb

import java.nio.file.Files
import java.nio.file.Path

/** A domain of two archives with a policy, written into a directory. */
class SmallBank {

    static final DOMAIN = '''\
        domain('bank') {
            embedded home: 'data'
            region 'east', hosts: ['e1', 'e2']
            database('ledger') {
                storageGroups 'SG1', 'SG2'
                transactionEngines hosts: ['e1']
                storageManager archive: 0, host: 'e1', serves: ['SG1']
                storageManager archive: 1, host: 'e2', serves: ['SG2']
            }
        }
        '''.stripIndent()

    static final POLICY = '''\
        policy('nightly') {
            protects 'bank/ledger'
            backupGroup 'east', archives: [0, 1]
            full
            directory 'backups/{date}T{time}-archive-{archive}'
        }
        '''.stripIndent()

    static void writeInto(Path directory) {
        Files.writeString(directory.resolve('domain.groovy'), DOMAIN)
        Files.writeString(directory.resolve('policy.groovy'), POLICY)
        Files.createDirectories(directory.resolve('backups'))
    }

    /** The same, with hot copies of every type. */
    static void writeOfEveryTypeInto(Path directory, String reactions = '') {
        writeInto(directory)
        Files.writeString(directory.resolve('policy.groovy'),
                POLICY.replace('full\n', "full\n    incremental\n    journal\n    $reactions\n"))
        Files.writeString(directory.resolve('domain.groovy'),
                DOMAIN.replaceAll(/(serves: \['SG.'])/, '$1, journalHotCopy: true'))
    }
}
