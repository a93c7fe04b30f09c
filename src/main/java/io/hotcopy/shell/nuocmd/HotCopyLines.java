package io.hotcopy.shell.nuocmd;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Lines about hot copies. */
final class HotCopyLines {
    private static final BigInteger BYTES_OF_A_MEGABYTE = BigInteger.valueOf(1_000_000);
    private static final Set<String> ENDED = Set.of("completed", "failed", "cancelled");

    private HotCopyLines() {}

    static List<NuocmdLine> all() {
        return List.of(database(), info(), show(), status(), cancel());
    }

    private static NuocmdLine database() {
        return NuocmdLine.of(
                        "hotcopy",
                        "database",
                        HotCopyLines::start,
                        NuocmdLine.database(),
                        Option.one("--type").must().oneOf("simple", "full", "incremental", "journal"),
                        Option.flag("--shared"),
                        Option.one("--default-backup-dir"))
                .atMostOne(Option.one("--process-filter"), Option.any("--backup-dirs"))
                .and(
                        Option.one("--test-mode").as(ValueType.WHOLE).hide(),
                        Option.one("--max-rate").as(ValueType.WHOLE),
                        Option.flag("--partial-storage-groups"),
                        NuocmdLine.timeout());
    }

    private static int start(Arguments arguments, Session session) {
        HotCopyRequest request = request(arguments, session);
        try {
            Entity started = Entities.hotCopy(
                    session.post(request.body(), "databases", arguments.required("db-name"), request.resource()));
            if (!waits(arguments)) {
                session.show(started);
                return NuocmdLine.DONE;
            }
            Entity ended = await(
                    started.json().get("coordinatorStartId"), started.json().get("hotCopyId"), arguments, session);
            session.show(ended);
            return ended.text("status").equals("completed") ? NuocmdLine.DONE : NuocmdLine.FAILED;
        } catch (NotInTime late) {
            return showLate(late, session);
        }
    }

    private static HotCopyRequest request(Arguments arguments, Session session) {
        HotCopyRequest request = new HotCopyRequest(arguments.required("type"))
                .rate(arguments.whole("max-rate").map(rate -> rate.multiply(BYTES_OF_A_MEGABYTE)))
                .testMode(arguments.whole("test-mode"))
                .everyGroup(!arguments.has("partial-storage-groups"));
        Map<String, String> directories = arguments.pairs("backup-dirs");
        Optional<String> filter = arguments.text("process-filter").filter(text -> !text.isEmpty());
        Optional<String> usual = arguments.text("default-backup-dir");
        if (filter.isEmpty()) {
            return request.into(directories, usual, arguments.has("shared"));
        }
        String parent = usual.filter(text -> !text.isEmpty())
                .orElseThrow(
                        () -> new CommandFailure("Process filter can not be applied without --default-backup-dir"));
        String between = arguments.has("shared") ? "-" : "";
        for (String archive : archives(arguments.required("db-name"), filter.get(), session)) {
            directories.put(archive, between.isEmpty() ? parent : parent + between + archive);
        }
        return request.into(directories, Optional.empty(), false);
    }

    /** The archives whose storage managers match, observers left out. */
    private static List<String> archives(String database, String filter, Session session) {
        Listing matching = new Listing("processes", "startId")
                .with("filterQuery", filter)
                .where("type", "SM")
                .where("dbName", database);
        return session.all(matching).stream()
                .map(Processes::running)
                .filter(process -> !Fields.isTruth(Fields.at(process.json(), "options", "storage-group-observer")))
                .map(process -> process.text("archive_id"))
                .distinct()
                .toList();
    }

    private static boolean waits(Arguments arguments) {
        return arguments.whole("timeout").filter(time -> time.signum() > 0).isPresent();
    }

    /**
     * Asks how it stands until it has ended.
     *
     * @throws NotInTime when that takes longer than the line is ready to wait
     */
    private static Entity await(Object coordinator, Object id, Arguments arguments, Session session) {
        double seconds = arguments.whole("timeout").orElseThrow().doubleValue();
        return new Retry(session.waiting()).until(seconds, () -> {
            try {
                return requireEnded(
                        Entities.hotCopy(session.get(identity(coordinator, id), "databases", "hotCopyStatus")));
            } catch (ServiceFailure told) {
                throw new FinalFailure(told.getMessage());
            }
        });
    }

    private static Entity requireEnded(Entity hotCopy) {
        if (ENDED.contains(hotCopy.text("status"))) {
            return hotCopy;
        }
        Map<String, Object> late = new LinkedHashMap<>(hotCopy.json());
        String message = Fields.isTruth(late.get("message")) ? PythonText.str(late.get("message")) + ": " : "";
        late.computeIfPresent(
                "message", (key, text) -> message + "timeout while waiting for hot copy operation to finish");
        throw new NotInTime(late);
    }

    private static Query identity(Object coordinator, Object id) {
        return new Query()
                .withIf("coordinatorStartId", Optional.ofNullable(coordinator))
                .withIf("hotCopyId", Optional.ofNullable(id));
    }

    private static int showLate(NotInTime late, Session session) {
        session.show(Entities.hotCopy(late.standing()));
        return NuocmdLine.FAILED;
    }

    private static NuocmdLine status() {
        return NuocmdLine.of(
                "get",
                "hotcopy-status",
                HotCopyLines::tellStatus,
                Option.one("--coordinator-start-id").must(),
                Option.one("--hotcopy-id").must(),
                NuocmdLine.timeout());
    }

    private static int tellStatus(Arguments arguments, Session session) {
        String coordinator = arguments.required("coordinator-start-id");
        String id = arguments.required("hotcopy-id");
        try {
            session.show(
                    waits(arguments)
                            ? await(coordinator, id, arguments, session)
                            : Entities.hotCopy(session.get(identity(coordinator, id), "databases", "hotCopyStatus")));
            return NuocmdLine.DONE;
        } catch (NotInTime late) {
            return showLate(late, session);
        }
    }

    private static NuocmdLine cancel() {
        return NuocmdLine.of(
                "cancel",
                "hotcopy",
                HotCopyLines::cancel,
                Option.one("--coordinator-start-id").must(),
                Option.one("--hotcopy-id").must(),
                NuocmdLine.timeout());
    }

    private static int cancel(Arguments arguments, Session session) {
        Query query = identity(arguments.required("coordinator-start-id"), arguments.required("hotcopy-id"))
                .withIf("timeoutSec", arguments.whole("timeout"));
        try {
            List<String> path = List.of("databases", "cancelHotCopy");
            session.show(Entities.hotCopy(
                    Connection.object(session.connection().send("POST", path, query, Optional.empty()))));
            return NuocmdLine.DONE;
        } catch (NotInTime late) {
            return showLate(late, session);
        }
    }

    private static NuocmdLine info() {
        return NuocmdLine.of("get", "hotcopy-info", HotCopyLines::tellInfo)
                .exactlyOne(Option.one("--db-name"), Option.one("--coordinator-start-id"))
                .and(NuocmdLine.timeout(), Option.one("--running-for").as(ValueType.TIME));
    }

    private static int tellInfo(Arguments arguments, Session session) {
        if (arguments.has("db-name")) {
            session.show(ofDatabase(arguments, session));
            return NuocmdLine.DONE;
        } else if (arguments.has("running-for")) {
            throw new CommandFailure("--running-for can only be specified with --db-name");
        }
        Query query = new Query()
                .with("coordinatorStartId", arguments.required("coordinator-start-id"))
                .withIf("timeoutSec", arguments.whole("timeout"));
        session.show(Entities.statuses(session.get(query, "databases", "hotCopyStatus")));
        return NuocmdLine.DONE;
    }

    private static Entity ofDatabase(Arguments arguments, Session session) {
        Query query = new Query()
                .withIf("timeoutSec", arguments.whole("timeout"))
                .withIf("minSecondsRunning", arguments.value("running-for"));
        return Entities.statuses(session.get(query, "databases", arguments.required("db-name"), "hotCopyStatus"));
    }

    private static NuocmdLine show() {
        return NuocmdLine.of(
                "show",
                "hotcopy-info",
                HotCopyLines::showInfo,
                Option.one("--db-name").must(),
                NuocmdLine.timeout(),
                Option.one("--running-for").as(ValueType.TIME),
                Option.one("--process-format").or(Formats.PROCESS),
                Option.one("--hotcopy-format").or(Formats.HOT_COPY));
    }

    private static int showInfo(Arguments arguments, Session session) {
        Entity statuses = ofDatabase(arguments, session);
        Map<String, Object> errors = Fields.object(statuses.json().get("errors"));
        Map<String, Object> hotCopies = Fields.object(statuses.properties().get("hotcopy_statuses"));
        Listing managers =
                new Listing("processes", "startId").where("type", "SM").where("dbName", arguments.required("db-name"));
        for (Map<String, Object> json : session.all(managers)) {
            Entity process = Processes.running(json);
            String startId = process.text("start_id");
            if (hotCopies.containsKey(startId) || errors.containsKey(startId)) {
                session.print(PythonFormat.fill(arguments.required("process-format"), process));
            }
            if (hotCopies.get(startId) instanceof List<?> those) {
                those.forEach(hotCopy -> session.print(
                        "  " + PythonFormat.fill(arguments.required("hotcopy-format"), (Entity) hotCopy)));
            } else if (errors.containsKey(startId)) {
                session.print("  " + PythonText.str(errors.get(startId)));
            }
        }
        return NuocmdLine.DONE;
    }
}
