package io.hotcopy.admin;

import io.hotcopy.plan.Pace;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.ByteSize;
import io.hotcopy.term.HotCopyType;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * A hot copy as a client asks for it.
 *
 * @param directories where the copies of named archives go, as text
 * @param defaultDirectory where those of all others go; empty when only the named ones are copied
 * @param shared whether each archive has a directory of its own number in the default one
 * @param covering whether all storage groups must be included
 * @param patience how long the answer may wait for the end; empty to answer as soon as it has begun
 */
record HotCopyRequest(
        HotCopyType type,
        SortedMap<ArchiveId, String> directories,
        Optional<String> defaultDirectory,
        boolean shared,
        Pace pace,
        boolean covering,
        Optional<Duration> patience) {

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");
    private static final String DIRECTORY = "copyArchiveDir";
    private static final String JOURNAL_DIRECTORY = "copyJournalDir";

    /** A full, incremental or journal hot copy; {@code database} is for what is said of archives that are not there. */
    static HotCopyRequest intoSets(Fields body, String database) {
        return of(
                type(body.text("type")),
                body,
                archives(body.texts("backupSetDirs"), database),
                body.optionalText("defaultBackupSetDir"));
    }

    /** A simple hot copy. */
    static HotCopyRequest simple(Fields body, String database) {
        Optional<String> everywhere = body.object("defaultBackupLocation").map(HotCopyRequest::location);
        return of(HotCopyType.SIMPLE, body, archives(locations(body), database), everywhere);
    }

    private static HotCopyRequest of(
            HotCopyType type, Fields body, SortedMap<ArchiveId, String> directories, Optional<String> everywhere) {
        if (body.optionalNumber("testMode", Long.MIN_VALUE, Long.MAX_VALUE).orElse(0) != 0) {
            throw UnmetRequestException.notSupported("a test mode of hot copies");
        }
        return new HotCopyRequest(
                type,
                directories,
                everywhere,
                body.flag("shared", false),
                pace(body),
                body.flag("checkContainsAllSgs", true),
                Waits.seconds(body));
    }

    private static HotCopyType type(String word) {
        return switch (word) {
            case "full" -> HotCopyType.FULL;
            case "incremental" -> HotCopyType.INCREMENTAL;
            case "journal" -> HotCopyType.JOURNAL;
            default -> throw Fields.wrong("type", "full, incremental or journal", word);
        };
    }

    private static Map<String, String> locations(Fields body) {
        Map<String, String> locations = new TreeMap<>();
        body.objects("backupLocations").forEach((archive, location) -> locations.put(archive, location(location)));
        return locations;
    }

    private static String location(Fields location) {
        if (location.has(JOURNAL_DIRECTORY)) {
            throw UnmetRequestException.notSupported("a directory of its own for the journal of a simple hot copy");
        }
        return location.text(DIRECTORY);
    }

    /** The client passes on as archive whatever a person types. */
    private static SortedMap<ArchiveId, String> archives(Map<String, String> named, String database) {
        SortedMap<ArchiveId, String> directories = new TreeMap<>();
        named.forEach((number, directory) -> {
            if (!NUMBER.matcher(number).matches()) {
                throw HotCopyRefusals.notRunning(database, "\"" + Fields.shown(number) + "\" is no archive.");
            }
            directories.put(ArchiveId.of(number), directory);
        });
        return directories;
    }

    private static Pace pace(Fields body) {
        OptionalLong rate = body.optionalNumber("maxRate", 1, Long.MAX_VALUE);
        return Pace.of(
                rate.isPresent() ? Optional.of(new ByteSize(rate.getAsLong())) : Optional.empty(), Optional.empty());
    }
}
