package io.hotcopy.shell.command;

import java.util.Optional;
import picocli.CommandLine.Parameters;

/** WHAT: the policies that a command is about. */
final class WhatParameter {

    @Parameters(
            arity = "0..1",
            paramLabel = "WHAT",
            description = "a loaded policy, FILE, or FILE#policy; default: every loaded policy")
    private Optional<String> what;

    /** As written; empty for every loaded policy. */
    Optional<String> text() {
        return what;
    }
}
