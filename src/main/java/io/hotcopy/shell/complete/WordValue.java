package io.hotcopy.shell.complete;

import java.util.Map;

/** What a value in a declaration names, by the word and argument that it belongs to. */
enum WordValue {
    /** What nobody but the person knows: a new name, a number, a time. */
    OWN,
    TRUTH,
    DURATION,
    SIZE,
    TIME_ZONE,
    /** A day of the week, before a time of day. */
    DAY,
    ARCHIVE,
    /** The number of an archive that is being declared. */
    NEXT_ARCHIVE,
    STORAGE_GROUP,
    HOST,
    DATABASE,
    BACKUP_GROUP,
    POLICY,
    SET,
    FILE,
    DIRECTORY,
    /** A directory with what differs between copies in braces. */
    PATTERN;

    /** By {@code word.argument}; what is given by place has no argument. */
    static final Map<String, WordValue> OF = Map.ofEntries(
            Map.entry("domain.", OWN),
            Map.entry("policy.", OWN),
            Map.entry("policy.from", POLICY),
            Map.entry("include.", FILE),
            Map.entry("embedded.home", DIRECTORY),
            Map.entry("region.", OWN),
            Map.entry("region.hosts", OWN),
            Map.entry("database.", OWN),
            Map.entry("storageGroups.", OWN),
            Map.entry("transactionEngines.hosts", HOST),
            Map.entry("storageManager.archive", NEXT_ARCHIVE),
            Map.entry("storageManager.host", HOST),
            Map.entry("storageManager.serves", STORAGE_GROUP),
            Map.entry("storageManager.journalHotCopy", TRUTH),
            Map.entry("expect.storageGroup", STORAGE_GROUP),
            Map.entry("expect.size", SIZE),
            Map.entry("expect.changesPerDay", SIZE),
            Map.entry("expect.journalPerDay", SIZE),
            Map.entry("copyRate.", SIZE),
            Map.entry("protects.", DATABASE),
            Map.entry("timeZone.", TIME_ZONE),
            Map.entry("objectives.rpo", DURATION),
            Map.entry("objectives.rto", DURATION),
            Map.entry("backupGroup.", OWN),
            Map.entry("backupGroup.archives", ARCHIVE),
            Map.entry("backupGroup.shared", TRUTH),
            Map.entry("directory.", PATTERN),
            Map.entry("full.at", DAY),
            Map.entry("full.every", DURATION),
            Map.entry("full.cron", OWN),
            Map.entry("full.interleaved", TRUTH),
            Map.entry("incremental.at", DAY),
            Map.entry("incremental.every", DURATION),
            Map.entry("incremental.cron", OWN),
            Map.entry("incremental.interleaved", TRUTH),
            Map.entry("journal.at", DAY),
            Map.entry("journal.every", DURATION),
            Map.entry("journal.cron", OWN),
            Map.entry("journal.interleaved", TRUTH),
            Map.entry("onNoBaseSet.", OWN),
            Map.entry("onJournalSuspended.", OWN),
            Map.entry("onArchiveDown.", BACKUP_GROUP),
            Map.entry("onOverlap.", OWN),
            Map.entry("onFailure.", OWN),
            Map.entry("onFailure.times", OWN),
            Map.entry("onFailure.after", DURATION),
            Map.entry("onMissed.", OWN),
            Map.entry("onMissed.after", DURATION),
            Map.entry("outage.", DURATION),
            Map.entry("retain.recoveryWindow", DURATION),
            Map.entry("retain.minimum", OWN),
            Map.entry("retain.daily", OWN),
            Map.entry("retain.weekly", OWN),
            Map.entry("retain.monthly", OWN),
            Map.entry("hold.", SET),
            Map.entry("hold.until", OWN),
            Map.entry("hold.because", OWN));

    static WordValue of(String word, String argument) {
        return OF.getOrDefault(word + "." + argument, OWN);
    }
}
