package io.hotcopy.shell.page;

import io.hotcopy.driver.ArchiveFacts;
import io.hotcopy.driver.DatabaseFacts;
import io.hotcopy.model.Database;
import io.hotcopy.model.Domain;
import io.hotcopy.shell.screen.Ink;
import io.hotcopy.shell.screen.Lines;
import io.hotcopy.shell.screen.Table;
import io.hotcopy.verb.ShowResult;
import io.hotcopy.verb.ShowResult.ServedGroup;

/** The tables of {@code show}. */
final class ShowPage {
    private ShowPage() {}

    static Lines domains(ShowResult.Domains result) {
        Lines lines = new Lines();
        result.domains().forEach(domain -> domain(domain, lines));
        return orNothing(lines, "no domain is declared; load FILE reads declarations");
    }

    private static void domain(Domain domain, Lines lines) {
        String home = domain.home().map(path -> ", data in " + path).orElse(", only described");
        lines.gap().add(Ink.STRONG.of("domain " + domain.name()), Ink.PLAIN.of(home));
        domain.regions().forEach(region -> lines.add("  region " + region.name() + ": " + Words.list(region.hosts())));
        domain.databases().forEach(database -> database(database, lines));
    }

    private static void database(Database database, Lines lines) {
        lines.add("  database " + database.name() + ": storage groups " + Words.groups(database.storageGroups())
                + "; transaction engines on " + Words.list(database.transactionEngineHosts()));
        database.storageManagers()
                .forEach(manager -> lines.add("    archive " + manager.archive() + " on " + manager.host() + " serves "
                        + Words.groups(manager.serves())
                        + (manager.journalHotCopy() ? ", journal hot copy" : "")));
    }

    static Lines archives(ShowResult.Archives result) {
        Table table =
                new Table("database", ">archive", "host", "region", "state", "~serves", "journal", ">size", "set");
        for (DatabaseFacts facts : result.databases()) {
            facts.archives().forEach(archive -> archive(facts, archive, table));
        }
        if (table.isEmpty()) {
            return nothing("no archive is declared; load FILE reads declarations");
        }
        Lines lines = table.lines();
        for (DatabaseFacts facts : result.databases()) {
            OutageLines.of(facts.database(), result.outages(), lines);
            OutageLines.suspended(facts, lines);
        }
        return lines;
    }

    private static void archive(DatabaseFacts facts, ArchiveFacts archive, Table table) {
        table.row(
                facts.database(),
                archive.id(),
                archive.host(),
                archive.region(),
                Words.state(archive.state()),
                Words.groups(archive.serves()),
                journal(archive),
                Words.size(archive.size()),
                archive.newestSet().map(Words::id).orElse("-"));
    }

    private static Object journal(ArchiveFacts archive) {
        return archive.journalHotCopy() && archive.journalSuspended().isPresent()
                ? Ink.CAUTION.of("suspended")
                : Words.yesNo(archive.journalHotCopy());
    }

    static Lines storageGroups(ShowResult.StorageGroups result) {
        Table table = new Table("database", "storage group", "~archives", "~running");
        for (ServedGroup group : result.groups()) {
            String running = group.running().isEmpty() ? "-" : Words.list(group.running());
            table.row(group.database(), group.group(), Words.list(group.archives()), running);
        }
        return table.isEmpty() ? nothing("no database is declared; load FILE reads declarations") : table.lines();
    }

    static Lines policies(ShowResult.Policies result) {
        Lines lines = new Lines();
        result.policies().forEach(policy -> PolicyPage.add(policy, lines));
        return orNothing(lines, "no policy is declared; load FILE reads declarations");
    }

    private static Lines orNothing(Lines lines, String sentence) {
        return lines.isEmpty() ? nothing(sentence) : lines;
    }

    private static Lines nothing(String sentence) {
        return new Lines().add(sentence);
    }
}
