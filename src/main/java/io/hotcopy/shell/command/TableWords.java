package io.hotcopy.shell.command;

/** How commands describe tables and records. */
final class TableWords {
    static final String READ = "a table of the running database, or of what was opened as NAME";
    static final String WRITTEN = "a table of the running database, of DATABASE when there are several";
    static final String TEXT = "text, or 0x and hexadecimal digits";

    private TableWords() {}
}
