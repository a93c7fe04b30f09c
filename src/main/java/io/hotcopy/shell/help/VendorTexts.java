package io.hotcopy.shell.help;

import java.util.Map;
import java.util.Optional;

/** Our words for the vendor's lines, whose own help says none. */
final class VendorTexts {

    /**
     * What is said of a line.
     *
     * @param text what it does, one sentence without a full stop
     * @param example what may follow its verb and noun
     */
    record Said(String text, String example) {}

    private static final Map<String, Said> LINES = Map.ofEntries(
            line(
                    "add storage-group",
                    "lets archives serve a storage group, which is made when it is not there",
                    "--db-name test --sg-name SG4 --archive-ids 0 3"),
            line(
                    "cancel hotcopy",
                    "ends a hot copy that runs",
                    "--coordinator-start-id 2 --hotcopy-id 0d7a8a5e-6a0c-4c1f-9d62-1f7f7a0b5a11"),
            line(
                    "check database",
                    "says by its exit code whether a database, or its processes, are as they should be",
                    "--db-name test --check-running --timeout 60"),
            line(
                    "create archive",
                    "makes an archive known, so that a storage manager can be started on it",
                    "--db-name test --server-id e1 --archive-path /archives/test-0 --restored"),
            line("delete archive", "makes an archive unknown; its files stay", "--archive-id 2 --purge"),
            line("get archives", "prints the archives, one a line", "--db-name test"),
            line("get hotcopy-info", "prints the hot copies that run, or ran last", "--db-name test"),
            line(
                    "get hotcopy-status",
                    "prints how a hot copy stands, or waits until it has ended",
                    "--coordinator-start-id 2 --hotcopy-id 0d7a8a5e-6a0c-4c1f-9d62-1f7f7a0b5a11 --timeout 60"),
            line("get storage-groups", "prints the storage groups, one a line", "--db-name test"),
            line("get value", "prints what is kept under a key", "--key last-backup"),
            line(
                    "hotcopy database",
                    "takes a hot copy; without --timeout it returns at once and the hot copy goes on",
                    "--db-name test --type full --default-backup-dir /backups/test --timeout 60"),
            line(
                    "remove storage-group",
                    "lets archives no longer serve a storage group",
                    "--db-name test --sg-name SG4 --archive-ids 3"),
            line("set value", "keeps a value under a key", "--key last-backup --value full --unconditional"),
            line("show archives", "lists the archives with the processes on them", "--db-name test"),
            line("show database", "lists a database with its processes", "--db-name test --skip-exited"),
            line("show domain", "lists the servers, the databases and their processes", ""),
            line("show hotcopy-info", "lists the hot copies that run, or ran last, by process", "--db-name test"),
            line(
                    "show storage-groups",
                    "lists the storage groups with the processes that serve them",
                    "--db-name test"),
            line("shutdown process", "stops a process", "--start-id 3"),
            line("start process", "starts a process", "--db-name test --server-id e1 --engine-type SM --archive-id 0"));

    private static final Map<String, String> OPTIONS = Map.ofEntries(
            Map.entry("--help", "show this help"),
            Map.entry("--all-incarnations", "also the processes of all lives of the database that have ended"),
            Map.entry("--api-server", "the service to ask, HOST:PORT; default: NUOCMD_API_SERVER, else localhost:8888"),
            Map.entry("--archive-format", "how an archive is printed, in Python's format"),
            Map.entry("--archive-id", "the number of the archive"),
            Map.entry("--archive-ids", "the numbers of the archives"),
            Map.entry("--archive-path", "the directory of the archive"),
            Map.entry("--backup-dirs", "pairs of an archive's number and the directory of its copy"),
            Map.entry("--check-liveness", "fail when a process was not heard of for so many seconds"),
            Map.entry("--check-running", "fail unless every process is RUNNING"),
            Map.entry("--check-syncing", "fail unless every process is RUNNING or SYNCs"),
            Map.entry("--client-token", "a text to be printed with the rest"),
            Map.entry("--coordinator-start-id", "the start id of the storage manager that leads the hot copy"),
            Map.entry("--db-format", "how a database is printed, in Python's format"),
            Map.entry("--db-name", "the database"),
            Map.entry("--default-backup-dir", "the directory for the copy of every archive that is not named"),
            Map.entry("--engine-type", "what is started: a transaction engine or a storage manager"),
            Map.entry("--evict", "stop it by its peers, when it does not answer"),
            Map.entry("--exited-process-format", "how a process that has ended is printed, in Python's format"),
            Map.entry("--expected-incarnation", "start it only in this life of the database"),
            Map.entry("--expected-value", "only when this is kept now"),
            Map.entry("--fail-on-process-exit", "fail when a process ends meanwhile"),
            Map.entry("--hotcopy-format", "how a hot copy is printed, in Python's format"),
            Map.entry("--hotcopy-id", "the id of the hot copy"),
            Map.entry("--include-tombstone-databases", "also databases that were deleted"),
            Map.entry("--is-external", "its storage manager is started by somebody else"),
            Map.entry("--journal-path", "the directory of its journal"),
            Map.entry("--key", "the key"),
            Map.entry("--kill", "end it without waiting"),
            Map.entry("--kill-with-core", "end it and keep its memory"),
            Map.entry("--labels", "pairs of a name and a value"),
            Map.entry("--max-rate", "read each archive with at most so many MB/s"),
            Map.entry("--num-incarnations", "also the processes of so many lives of the database that have ended"),
            Map.entry("--num-processes", "fail unless there are so many processes"),
            Map.entry("--nuodb-cmd", "the program that the process runs"),
            Map.entry("--observes", "the storage groups that it only observes; all when none is named"),
            Map.entry("--observers", "the storage groups that it only observes; all when none is named"),
            Map.entry("--options", "pairs of an option of the process and its value"),
            Map.entry("--partial-storage-groups", "take it although no archive holds some of the storage groups"),
            Map.entry("--passive", "it only observes all storage groups"),
            Map.entry("--process-filter", "only archives whose storage manager fits, in the vendor's query language"),
            Map.entry("--process-format", "how a process is printed, in Python's format"),
            Map.entry("--purge", "forget it wholly: it is not listed as removed either"),
            Map.entry("--removed", "also those that were removed"),
            Map.entry("--removed-archive-format", "how a removed archive is printed, in Python's format"),
            Map.entry("--restored", "its directory holds what a restore has made"),
            Map.entry("--running-for", "only those that have run for so long: 90s, 5m, 2h, 1d"),
            Map.entry("--server-format", "how a server is printed, in Python's format"),
            Map.entry("--server-id", "the host"),
            Map.entry("--sg-name", "the storage group"),
            Map.entry("--shared", "the directory is shared: each archive gets one of its own in it"),
            Map.entry("--show-json", "print what the service answers as JSON, over several lines"),
            Map.entry("--show-json-fields", "print these fields of it as JSON, parted by commas"),
            Map.entry("--show-ndjson", "print it as JSON, one object a line"),
            Map.entry("--skip-exited", "only processes that run"),
            Map.entry("--snapshot-archive-path", "the directory of its snapshots"),
            Map.entry("--start-id", "the start id of the process"),
            Map.entry("--storage-group-format", "how a storage group is printed, in Python's format"),
            Map.entry("--this-server", "the host that is asked"),
            Map.entry("--timeout", "wait for so many seconds"),
            Map.entry("--type", "the type of hot copy"),
            Map.entry("--unconditional", "whatever is kept now"),
            Map.entry("--value", "the value"),
            Map.entry("--wait-for-acks", "wait until every process has answered"),
            Map.entry("--wait-forever", "wait until it is as it should be"));

    private VendorTexts() {}

    private static Map.Entry<String, Said> line(String words, String text, String example) {
        return Map.entry(words, new Said(text, ("nuocmd " + words + " " + example).strip()));
    }

    /** @param words verb and noun */
    static Optional<Said> ofLine(String words) {
        return Optional.ofNullable(LINES.get(words));
    }

    /** @param name with its dashes */
    static Optional<String> ofOption(String name) {
        return Optional.ofNullable(OPTIONS.get(name));
    }
}
