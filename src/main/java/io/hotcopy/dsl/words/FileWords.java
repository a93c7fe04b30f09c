package io.hotcopy.dsl.words;

/** The words at the top of a declaration. */
public interface FileWords {

    @Describe(
            value = "declares a domain: its regions and the databases that run in it",
            example = "domain('acme') { region 'east', hosts: ['e1'] }")
    void domain(At<Name> name, Body<DomainWords> body);

    @Describe(value = "declares how a database is protected", example = "policy('nightly') { protects 'acme/test' }")
    void policy(At<Name> name, Body<PolicyWords> body);

    @Describe(
            value = "reads the declarations of another file, whose path starts at this file's directory",
            example = "include 'domain.groovy'")
    void include(At<String> file);
}
