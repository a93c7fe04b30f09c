package io.hotcopy.dsl.words;

import java.util.List;

/** The words inside {@code domain('…') { }}. */
public interface DomainWords {

    @Once
    @Describe(
            value = "runs the domain inside this program, with its data under a directory",
            example = "embedded home: 'data/acme'")
    void embedded(@Named("home") At<String> home);

    @Required
    @Describe(
            value = "names a region and its hosts, which are lost together when a site is lost",
            example = "region 'east', hosts: ['e1', 'e2', 'e3']")
    void region(At<Name> name, @Named("hosts") List<At<Name>> hosts);

    @Required
    @Describe(
            value = "declares a database: its storage groups and the processes that serve it",
            example = "database('test') { storageManager archive: 0, host: 'e1' }")
    void database(At<Name> name, Body<DatabaseWords> body);
}
