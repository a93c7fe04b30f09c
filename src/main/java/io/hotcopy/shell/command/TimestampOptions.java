package io.hotcopy.shell.command;

import io.hotcopy.shell.argument.Kind;
import io.hotcopy.shell.argument.Takes;
import io.hotcopy.verb.ReportTimestampsRequest;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which commits of a set were made when; the times are UTC, with nothing that says so. */
final class TimestampOptions {
    private static final String SIMPLE = "simple";
    private static final DateTimeFormatter PRINTED =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss").withZone(ZoneOffset.UTC);

    @Option(
            names = "--report-timestamps",
            description = "list when which transaction was committed, the oldest first; restore nothing")
    private boolean wanted;

    @Takes(Kind.FREE)
    @Option(
            names = "--start-time",
            paramLabel = "TIME",
            description = "with --report-timestamps: none before, for example 2017-12-10T00:00 (UTC)")
    private String start;

    @Takes(Kind.FREE)
    @Option(
            names = "--end-time",
            paramLabel = "TIME",
            description = "with --report-timestamps: none after, for example 2017-12-10T00:00 (UTC)")
    private String end;

    @Takes(words = SIMPLE)
    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "with --report-timestamps: simple, a line for each transaction, which is the default")
    private String format;

    boolean areWanted() {
        return wanted;
    }

    /** @throws WrongUsageException when one is given that means nothing without the report */
    void requireTogether() {
        if (!wanted && (start != null || end != null || format != null)) {
            throw new WrongUsageException(
                    "--start-time, --end-time and --format belong to --report-timestamps",
                    "add --report-timestamps, or leave them out");
        }
        if (format != null && !format.equals(SIMPLE)) {
            throw new WrongUsageException("there is no format \"" + format + "\"", "there is: " + SIMPLE);
        }
    }

    /** Prints each line as it is found. */
    void report(Path set, CommandContext context) {
        ReportTimestampsRequest request =
                new ReportTimestampsRequest(set, instant("--start-time", start), instant("--end-time", end));
        if (request.isBackwards()) {
            throw new WrongUsageException("--start-time " + start + " is after --end-time " + end);
        }
        PrintWriter out = context.screen().out();
        context.verbs()
                .reportTimestamps()
                .run(request, (commit, time) -> out.println(PRINTED.format(time) + " " + commit));
        out.flush();
    }

    private static Optional<Instant> instant(String option, String text) {
        try {
            return Optional.ofNullable(text)
                    .map(given -> LocalDateTime.parse(given.replace(' ', 'T')).toInstant(ZoneOffset.UTC));
        } catch (DateTimeParseException unreadable) {
            throw new WrongUsageException(
                    option + " \"" + text + "\" is no time", "a time is written 2017-12-10T00:00, in UTC");
        }
    }
}
