package io.hotcopy.dsl.words;

import java.util.List;

/** The words inside {@code domain('…') { }}. */
public interface DomainWords {

    @Once
    @Describe(
            value = "runs the domain inside this program, with its data under a directory",
            example = "embedded home: 'data/acme'")
    void embedded(
            @Named(value = "home", text = "the directory, from this file on, where archives and journals lie")
                    At<String> home);

    @Required
    @Describe(
            value = "names a region and its hosts, which are lost together when a site is lost",
            example = "region 'east', hosts: ['e1', 'e2', 'e3']")
    void region(
            At<Name> name,
            @Named(value = "hosts", text = "the names of its hosts; a host is in one region") List<At<Name>> hosts);

    @Required
    @Describe(
            value = "declares a database: its storage groups and the processes that serve it",
            example = "database('test') { storageManager archive: 0, host: 'e1' }",
            block = """
                    database('test') {
                        storageGroups 'SG1', 'SG2', 'SG3'
                        transactionEngines hosts: ['e1', 'w1', 't1']

                        storageManager archive: 0, host: 'e1', serves: ['SG1', 'SG2'], journalHotCopy: true
                        storageManager archive: 1, host: 'e2', serves: ['SG1', 'SG3'], journalHotCopy: true
                        storageManager archive: 2, host: 'w1', serves: ['SG2', 'SG3']

                        expect size: 300.GB, changesPerDay: 6.GB, journalPerDay: 18.GB
                        copyRate 200.MB
                    }
                    """)
    void database(At<Name> name, Body<DatabaseWords> body);
}
