package io.hotcopy.verb;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What is to be started, and what the operator knows.
 *
 * @param domain its name
 * @param lost archives that are lost: {@code 3}, or {@code ledger/3} when the domain has several databases
 * @param restored a directory of restored archives on which the domain's only database begins
 */
public record StartRequest(String domain, List<String> lost, Optional<Path> restored) {

    /** A start in good order. */
    public static StartRequest of(String domain) {
        return new StartRequest(domain, List.of(), Optional.empty());
    }
}
