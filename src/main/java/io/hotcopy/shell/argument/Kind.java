package io.hotcopy.shell.argument;

/** What a text on a command line names. */
public enum Kind {
    /** A declared domain. */
    DOMAIN("domains"),
    /** A declared database, without its domain. */
    DATABASE("databases"),
    /** A declared database with its domain: {@code acme/test}. */
    FULL_DATABASE("databases"),
    /** The number of a declared archive. */
    ARCHIVE("archives"),
    STORAGE_GROUP("storage groups"),
    REGION("regions"),
    /** A host of a declared region. */
    HOST("hosts"),
    BACKUP_GROUP("backup groups"),
    /** WHAT: a loaded policy, FILE, or FILE#policy. */
    WHAT("policies"),
    /** SET: a word for one, a name, an id, or a path. */
    SET("sets"),
    /** The id of a run that has an element in a set. */
    ELEMENT("elements"),
    /** A table to read, of the running domain or of what was opened. */
    TABLE("tables"),
    /** A table to write, of the running domain. */
    OWN_TABLE("tables"),
    /** A name that restored archives were opened as. */
    OPENED("opened archives"),
    /** A hot copy that runs. */
    HOT_COPY("hot copies"),
    /** What may fail: {@code sm:0}, {@code region:east}. */
    FAILURE("failures"),
    /** A type of hot copy. */
    RUN_TYPE("types"),
    /** A time span: {@code 24.hours}. */
    DURATION("units"),
    /** A file that declares. */
    DECLARATION_FILE("files"),
    /** A script. */
    SCRIPT_FILE("files"),
    /** A plan that was written. */
    PLAN_FILE("files"),
    /** Any file. */
    FILE("files"),
    DIRECTORY("files"),
    /** A command with its subcommands, or a word of the language. */
    HELP_TOPIC("topics"),
    /** Another line of the shell, with this word as its first. */
    LINE("commands"),
    /** What nobody but the person knows: a key, a number, a time, a new name. */
    FREE("");

    private final String plural;

    Kind(String plural) {
        this.plural = plural;
    }

    /** What several are called, as a heading; empty when none is ever offered. */
    public String plural() {
        return plural;
    }
}
