package io.hotcopy.shell.command;

import io.hotcopy.shell.argument.Kind;
import io.hotcopy.shell.argument.Takes;
import java.util.Optional;
import picocli.CommandLine.Parameters;

/** WHAT: the policies that a command is about. */
final class WhatParameter {

    @Takes(Kind.WHAT)
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
