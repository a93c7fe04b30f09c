package io.hotcopy.shell.nuocmd;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Lines about archives. */
final class ArchiveLines {

    private ArchiveLines() {}

    static List<NuocmdLine> all() {
        Option database = Option.one("--db-name").orEnvironment();
        return List.of(
                create(),
                NuocmdLine.of(
                        "delete",
                        "archive",
                        ArchiveLines::delete,
                        Option.one("--archive-id").must(),
                        Option.flag("--purge")),
                NuocmdLine.of("get", "archives", ArchiveLines::tell, database, Option.flag("--removed")),
                NuocmdLine.of(
                        "show",
                        "archives",
                        ArchiveLines::show,
                        database,
                        Option.flag("--removed"),
                        Option.one("--archive-format").or(Formats.ARCHIVE),
                        Option.one("--removed-archive-format").or(Formats.REMOVED_ARCHIVE),
                        Option.one("--process-format").or(Formats.PROCESS),
                        Option.one("--exited-process-format").or(Formats.EXITED_PROCESS)));
    }

    private static NuocmdLine create() {
        return NuocmdLine.of("create", "archive", ArchiveLines::create, NuocmdLine.database())
                .exactlyOne(Option.one("--server-id"), Option.flag("--is-external"))
                .and(
                        Option.one("--archive-path").must(),
                        Option.one("--journal-path"),
                        Option.one("--snapshot-archive-path"),
                        Option.flag("--restored"),
                        Option.one("--archive-id"))
                .atMostOne(
                        Option.flag("--passive"),
                        Option.any("--observes"),
                        Option.any("--observers").hide().knownAs("observes"));
    }

    private static int create(Arguments arguments, Session session) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("dbName", arguments.required("db-name"));
        body.put("host", arguments.text("server-id").orElse(null));
        body.put("path", arguments.required("archive-path"));
        body.put("restored", arguments.has("restored"));
        if (!arguments.has("server-id")) {
            body.put("remoteStart", true);
        }
        arguments.text("journal-path").ifPresent(path -> body.put("journalPath", path));
        arguments.text("snapshot-archive-path").ifPresent(path -> body.put("snapshotArchivePath", path));
        Optional<List<String>> observed =
                arguments.has("passive") ? Optional.of(List.of("*")) : arguments.list("observes");
        observed.ifPresent(groups -> body.put("storageGroupObservers", groups));
        session.show(Entities.archive(Connection.object(create(arguments.text("archive-id"), body, session))));
        return NuocmdLine.DONE;
    }

    /** @param id of an archive that was removed and is to come back */
    private static Optional<Object> create(Optional<String> id, Map<String, Object> body, Session session) {
        List<String> path =
                id.map(number -> Connection.path("archives", number)).orElse(List.of("archives"));
        return session.connection().send(id.isPresent() ? "PUT" : "POST", path, new Query(), Optional.of(body));
    }

    private static int delete(Arguments arguments, Session session) {
        List<String> path = Connection.path("archives", arguments.required("archive-id"));
        session.connection().send("DELETE", path, new Query().with("purge", arguments.has("purge")), Optional.empty());
        return NuocmdLine.DONE;
    }

    private static int tell(Arguments arguments, Session session) {
        session.all(archives(arguments)).forEach(archive -> session.show(Entities.archive(archive)));
        return NuocmdLine.DONE;
    }

    private static Listing archives(Arguments arguments) {
        Listing archives = new Listing("archives", "id").with("removed", arguments.has("removed"));
        arguments.text("db-name").ifPresent(name -> archives.where("dbName", name));
        return archives;
    }

    private static int show(Arguments arguments, Session session) {
        String format = arguments.required(arguments.has("removed") ? "removed-archive-format" : "archive-format");
        for (Map<String, Object> json : session.all(archives(arguments))) {
            Entity archive = Entities.archive(json);
            session.print(PythonFormat.fill(format, archive));
            process(archive, arguments, session).ifPresent(line -> session.print("  " + line));
        }
        return NuocmdLine.DONE;
    }

    /** The process that runs on the archive, else the last that did. */
    private static Optional<String> process(Entity archive, Arguments arguments, Session session) {
        Listing running =
                new Listing("processes", "startId").where("type", "SM").where("archiveId", archive.text("id"));
        arguments.text("db-name").ifPresent(name -> running.where("dbName", name));
        List<Map<String, Object>> processes = session.all(running);
        if (!processes.isEmpty()) {
            Entity process = Processes.running(processes.get(0));
            return Optional.of(PythonFormat.fill(arguments.required("process-format"), process));
        }
        Listing ended = new Listing("processes/exited", "databaseIncarnation")
                .where("process.type", "SM")
                .where("process.archiveId", archive.text("id"));
        arguments.text("db-name").ifPresent(name -> ended.where("process.dbName", name));
        List<Map<String, Object>> exited = session.all(ended);
        return exited.isEmpty()
                ? Optional.empty()
                : Optional.of(PythonFormat.fill(
                        arguments.required("exited-process-format"), Processes.exited(exited.get(exited.size() - 1))));
    }
}
