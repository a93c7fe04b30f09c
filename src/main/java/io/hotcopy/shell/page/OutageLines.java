package io.hotcopy.shell.page;

import io.hotcopy.driver.ArchiveFacts;
import io.hotcopy.driver.DatabaseFacts;
import io.hotcopy.shell.screen.Ink;
import io.hotcopy.shell.screen.Lines;
import io.hotcopy.term.DatabaseName;
import io.hotcopy.verb.Outage;
import java.util.List;

/** What does not serve or cannot be copied as it should, why, and what to do. */
final class OutageLines {
    private OutageLines() {}

    /** Adds those of one database; gives whether the database itself has stopped. */
    static boolean of(DatabaseName database, List<Outage> outages, Lines lines) {
        List<Outage> own = outages.stream()
                .filter(outage -> outage.database().equals(database))
                .toList();
        own.forEach(outage -> outage(outage, lines));
        return own.stream().anyMatch(outage -> outage.archive().isEmpty());
    }

    private static void outage(Outage outage, Lines lines) {
        String what = outage.archive()
                .map(archive -> "  archive " + archive + " of " + outage.database() + " is not RUNNING: ")
                .orElse("database " + outage.database() + " has stopped: ");
        lines.add(Ink.BAD.of(what), Ink.PLAIN.of(outage.reason()));
        outage.hints().forEach(hint -> lines.add(Words.hint(), Ink.PLAIN.of(hint)));
    }

    /** Adds the archives of which a kind of hot copy is suspended. */
    static void suspended(DatabaseFacts facts, Lines lines) {
        for (ArchiveFacts archive : facts.archives()) {
            String name = "archive " + archive.id() + " of " + facts.database();
            archive.journalSuspended()
                    .filter(cause -> archive.journalHotCopy())
                    .ifPresent(cause -> lines.add(Ink.CAUTION.of("  journal hot copies of " + name
                            + " are suspended until a full or incremental one has completed: " + cause)));
            archive.baseLost()
                    .ifPresent(cause -> lines.add(Ink.CAUTION.of("  incremental hot copies of " + name
                            + " are suspended until a full one has completed: " + cause)));
        }
    }
}
