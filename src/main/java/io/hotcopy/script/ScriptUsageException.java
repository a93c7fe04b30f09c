package io.hotcopy.script;

import io.hotcopy.problem.HotCopyException;

/** A script was given arguments that it cannot mean. */
public final class ScriptUsageException extends HotCopyException {

    private static final long serialVersionUID = 1L;

    private final String usage;

    ScriptUsageException(ScriptText script, WrongArgumentsException why) {
        super(script.name() + ": " + why.getMessage(), why);
        this.usage = script.usage();
    }

    /** How it is used, as it says itself; several lines, none when it does not say. */
    public String usage() {
        return usage;
    }
}
