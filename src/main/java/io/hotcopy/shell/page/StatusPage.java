package io.hotcopy.shell.page;

import io.hotcopy.catalog.CatalogCollection;
import io.hotcopy.driver.ArchiveFacts;
import io.hotcopy.driver.DatabaseFacts;
import io.hotcopy.shell.screen.Figures;
import io.hotcopy.shell.screen.Ink;
import io.hotcopy.shell.screen.Lines;
import io.hotcopy.term.HotCopyType;
import io.hotcopy.verb.Outage;
import io.hotcopy.verb.StatusResult;
import io.hotcopy.verb.StatusResult.GroupStatus;
import io.hotcopy.verb.StatusResult.Newest;
import io.hotcopy.verb.StatusResult.PolicyStatus;
import java.util.List;

/** Protected or not in the first line; then each policy, its storage and backup groups; then what runs. */
final class StatusPage {
    private StatusPage() {}

    static Lines of(StatusResult result) {
        Lines lines = new Lines().add(StatusAnswer.of(result));
        result.policies().forEach(policy -> policy(policy, result, lines));
        result.databases().forEach(facts -> database(facts, result.outages(), lines));
        HotCopyLines.current(result.hotCopies(), lines);
        if (result.domain().isPresent() && result.workload().figures().isPresent()) {
            lines.addAll(WorkloadPage.status(result.workload()));
        }
        return lines;
    }

    private static void policy(PolicyStatus policy, StatusResult result, Lines lines) {
        String state = policy.newest()
                .map(newest -> "up to commit " + newest.commit() + " of " + at(newest, policy, result))
                .orElse("no complete backup yet");
        lines.add(Ink.STRONG.of("policy " + policy.policy()), Ink.PLAIN.of(": " + state));
        new StatusLines(policy, result.asked(), lines).add();
        policy.groups().forEach(group -> group(group, policy, result, lines));
        policy.halfMade().forEach(collection -> lines.add(incomplete(collection)));
        policy.halfPublished().forEach(trouble -> lines.add(Ink.CAUTION.of("  " + trouble)));
    }

    private static void group(GroupStatus group, PolicyStatus policy, StatusResult result, Lines lines) {
        String state = group.newest()
                .map(newest -> "commit " + newest.commit() + " of " + at(newest, policy, result) + ", "
                        + reached(newest) + "collection " + Words.id(newest.collection()))
                .orElse("no complete backup");
        lines.add("  backup group " + group.group() + ": " + state);
    }

    private static String incomplete(CatalogCollection collection) {
        return "  collection " + Words.id(collection.id()) + " of " + Figures.at(collection.created())
                + " is " + collection.state().words()
                + (hasJournals(collection) ? "; its journals carry older sets further" : " and protects nothing");
    }

    private static String reached(Newest newest) {
        return newest.by() == HotCopyType.FULL ? "" : newest.by().word() + " into ";
    }

    private static boolean hasJournals(CatalogCollection collection) {
        return collection.later().stream().anyMatch(run -> run.type() == HotCopyType.JOURNAL);
    }

    private static String at(Newest newest, PolicyStatus policy, StatusResult result) {
        return StatusLines.ago(newest.at(), policy.zone(), result.asked());
    }

    private static void database(DatabaseFacts facts, List<Outage> outages, Lines lines) {
        if (!facts.running()) {
            boolean stopped = OutageLines.of(facts.database(), outages, lines);
            if (!stopped) {
                lines.add("database " + facts.database() + ": not running here");
            }
            return;
        }
        List<ArchiveFacts> down = facts.archives().stream()
                .filter(archive -> archive.state() != ArchiveFacts.State.RUNNING)
                .toList();
        String archives = down.isEmpty()
                ? "all " + facts.archives().size() + " archives RUNNING"
                : facts.archives().size() - down.size() + " of "
                        + facts.archives().size() + " archives RUNNING";
        lines.add("database " + facts.database() + ": running, " + archives + ", stable through commit "
                + facts.stable());
        OutageLines.of(facts.database(), outages, lines);
        OutageLines.suspended(facts, lines);
    }
}
