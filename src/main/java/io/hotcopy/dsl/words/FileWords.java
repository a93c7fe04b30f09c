package io.hotcopy.dsl.words;

import java.util.Optional;

/** The words at the top of a declaration. */
public interface FileWords {

    @Describe(
            value = "declares a domain: its regions and the databases that run in it",
            example = "domain('acme') { region 'east', hosts: ['e1'] }")
    void domain(At<Name> name, Body<DomainWords> body);

    @Describe(
            value = "declares how a database is protected; from names a policy whose words count where this one does "
                    + "not say its own",
            example = {
                "policy('nightly') { protects 'acme/test' }",
                "policy('orders', from: 'nightly') { protects 'acme/orders' }"
            })
    void policy(
            At<Name> name,
            @Named(value = "from", text = "the policy on which it builds") Optional<At<Name>> from,
            Body<PolicyWords> body);

    @Describe(
            value = "reads the declarations of another file, whose path starts at this file's directory",
            example = "include 'domain.groovy'")
    void include(At<String> file);
}
