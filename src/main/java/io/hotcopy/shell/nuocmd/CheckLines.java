package io.hotcopy.shell.nuocmd;

import io.hotcopy.shell.nuocmd.PythonText.Tuple;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** The line that checks a database, once or until it is as it should be. */
final class CheckLines {
    private static final double FOREVER_SECONDS = 9_999_999_999.0;
    /** How long a process may have been silent when acknowledgements are waited for. */
    private static final double USUAL_LIMIT_SECONDS = 20;

    private static final double NANOS = 1e9;
    private static final Set<String> RUNNING = Set.of("RUNNING");
    private static final Set<String> SYNCING = Set.of("RUNNING", "SYNCING");

    private final Arguments arguments;
    private final Session session;
    private final String name;

    private CheckLines(Arguments arguments, Session session) {
        this.arguments = arguments;
        this.session = session;
        this.name = arguments.required("db-name");
    }

    static List<NuocmdLine> all() {
        return List.of(NuocmdLine.of(
                        "check",
                        "database",
                        (arguments, session) -> new CheckLines(arguments, session).run(),
                        NuocmdLine.database())
                .atMostOne(NuocmdLine.timeout(), Option.flag("--wait-forever"))
                .atMostOne(Option.flag("--check-running"), Option.flag("--check-syncing"))
                .and(
                        Option.one("--num-processes"),
                        Option.one("--check-liveness").as(ValueType.REAL),
                        Option.flag("--wait-for-acks"),
                        Option.flag("--fail-on-process-exit")));
    }

    private int run() {
        Optional<Double> wait = arguments.has("wait-forever")
                ? Optional.of(FOREVER_SECONDS)
                : arguments.whole("timeout").map(Number::doubleValue);
        if (wait.isEmpty()) {
            check(arguments.real("check-liveness"), Optional.empty());
            return NuocmdLine.DONE;
        }
        Optional<String> expected = arguments.has("fail-on-process-exit") ? Optional.of(expected()) : Optional.empty();
        Supplier<Optional<Double>> limit = limits();
        return new Retry(session.waiting()).until(wait.get(), () -> {
            check(limit.get(), expected);
            return NuocmdLine.DONE;
        });
    }

    /** How long a process may have been silent at each try: no longer than since the first, if they are waited for. */
    private Supplier<Optional<Double>> limits() {
        Optional<Double> given = arguments.real("check-liveness");
        if (!arguments.has("wait-for-acks")) {
            return () -> given;
        }
        double most = given.orElse(USUAL_LIMIT_SECONDS);
        long start = session.waiting().nanoTime();
        return () -> Optional.of(Math.min(most, (session.waiting().nanoTime() - start) / NANOS));
    }

    /** The incarnation that the database has, or gets when it starts. */
    private String expected() {
        Entity database = database();
        if (database.text("state").equals("NOT_RUNNING")) {
            long major = Fields.whole(Fields.at(database.json(), "incarnation", "major"));
            return PythonText.repr(new Tuple(List.of(major + 1, 0)));
        }
        return database.text("incarnation");
    }

    private Entity database() {
        return Entities.database(session.get(new Query(), "databases", name));
    }

    private void check(Optional<Double> limit, Optional<String> expected) {
        Entity database = database();
        if (arguments.has("check-running") && !database.text("state").equals("RUNNING")) {
            throw new CommandFailure("Database " + name + " is not RUNNING: " + database);
        }
        expected.filter(incarnation -> !incarnation.equals(database.text("incarnation")))
                .ifPresent(incarnation -> {
                    throw new FinalFailure("Process failures detected due to unexpected incarnation for database "
                            + name + ": expected=" + incarnation + ", actual=" + database.text("incarnation"));
                });
        check(processes(), limit);
        if (database.text("state").equals("TOMBSTONE")) {
            throw new CommandFailure("Database " + name + " in TOMBSTONE state: " + database);
        }
    }

    private List<Entity> processes() {
        return session.all(Session.processes(Optional.of(name))).stream()
                .map(Processes::running)
                .toList();
    }

    private void check(List<Entity> processes, Optional<Double> limit) {
        boolean counted = arguments
                .text("num-processes")
                .filter(number -> !number.isEmpty())
                .isPresent();
        if (arguments.has("check-syncing")) {
            refuse(processes, isNot(SYNCING), "has processes that are not syncing or running");
        } else if (arguments.has("check-running") || counted) {
            refuse(processes, isNot(RUNNING), "has non-running processes");
        }
        limit.ifPresent(seconds -> refuse(processes, isSilent(seconds), "has unresponsive processes"));
        arguments.text("num-processes").ifPresent(number -> checkCount(processes.size(), number));
    }

    private static void checkCount(int actual, String number) {
        BigInteger expected = Numbers.whole(number)
                .orElseThrow(
                        () -> new CommandFailure("invalid literal for int() with base 10: " + PythonText.repr(number)));
        if (!expected.equals(BigInteger.valueOf(actual))) {
            throw new CommandFailure("Unexpected number of processes: expected=" + expected + ", actual=" + actual);
        }
    }

    private void refuse(List<Entity> processes, Predicate<Entity> wrong, String what) {
        List<String> those =
                processes.stream().filter(wrong).map(Entity::toString).toList();
        if (!those.isEmpty()) {
            throw new CommandFailure("Database " + name + " " + what + ": \n" + String.join("\n", those));
        }
    }

    private static Predicate<Entity> isNot(Set<String> states) {
        return process ->
                !process.text("durable_state").equals("MONITORED") || !states.contains(process.text("engine_state"));
    }

    private static Predicate<Entity> isSilent(double seconds) {
        return process -> !(process.properties().get("last_ack") instanceof Double last) || last > seconds;
    }
}
