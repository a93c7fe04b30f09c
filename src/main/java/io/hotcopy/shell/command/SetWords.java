package io.hotcopy.shell.command;

/** How commands describe a SET. */
final class SetWords {
    static final String DESCRIPTION =
            "a set: path, name, id or the unique beginning of one, latest, latest-full, oldest";

    private SetWords() {}
}
