package io.hotcopy.dsl.words;

import java.util.Optional;

/** The words at the top of a declaration. */
public interface FileWords {

    @Describe(
            value = "declares a domain: its regions and the databases that run in it",
            example = "domain('acme') { region 'east', hosts: ['e1'] }",
            block = """
                    domain('acme') {
                        embedded home: 'data/acme'

                        region 'east', hosts: ['e1', 'e2']
                        region 'west', hosts: ['w1', 'w2']
                        region 'third', hosts: ['t1']

                        database('test') {
                            storageGroups 'SG1', 'SG2'
                            transactionEngines hosts: ['e1', 'w1', 't1']
                            storageManager archive: 0, host: 'e1', serves: ['SG1', 'SG2'], journalHotCopy: true
                            storageManager archive: 1, host: 'w1', serves: ['SG1', 'SG2'], journalHotCopy: true
                        }
                    }
                    """)
    void domain(At<Name> name, Body<DomainWords> body);

    @Describe(
            value = "declares how a database is protected; from names a policy whose words count where this one does "
                    + "not say its own",
            example = {
                "policy('nightly') { protects 'acme/test' }",
                "policy('orders', from: 'nightly') { protects 'acme/orders' }"
            },
            block = """
                    policy('nightly') {
                        protects   'acme/test'
                        timeZone   'Europe/Berlin'
                        objectives rpo: 15.minutes, rto: 1.hour

                        backupGroup 'east', archives: [0]
                        backupGroup 'west', archives: [1]

                        full        at: 'Sun 01:00'
                        incremental every: 1.hour, interleaved: true
                        journal     every: 5.minutes

                        directory 'backups/{group}/{database}-{date}T{time}-archive-{archive}'

                        onNoBaseSet        full
                        onJournalSuspended incremental
                        onArchiveDown      'west'

                        retain recoveryWindow: 14.days, minimum: 2
                    }
                    """)
    void policy(
            At<Name> name,
            @Named(value = "from", text = "the policy on which it builds") Optional<At<Name>> from,
            Body<PolicyWords> body);

    @Describe(
            value = "reads the declarations of another file, whose path starts at this file's directory",
            example = "include 'domain.groovy'")
    void include(At<String> file);
}
