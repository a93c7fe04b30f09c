package io.hotcopy.shell.page;

import io.hotcopy.driver.RunningCopy;
import io.hotcopy.embedded.SyncReport;
import io.hotcopy.shell.screen.Figures;
import io.hotcopy.shell.screen.Ink;
import io.hotcopy.shell.screen.Lines;
import io.hotcopy.shell.screen.Table;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.ByteSize;
import io.hotcopy.term.DatabaseName;
import io.hotcopy.term.StorageGroupName;
import io.hotcopy.verb.Outage;
import io.hotcopy.verb.RegionResult;
import io.hotcopy.verb.StorageGroupResult;
import io.hotcopy.verb.StorageManagerAddResult;
import io.hotcopy.verb.StorageManagerStartResult;
import io.hotcopy.verb.StorageManagerStopResult;
import java.util.List;

/** What {@code sm} and {@code region} did. */
final class ProcessPage {
    private ProcessPage() {}

    static Lines stopped(StorageManagerStopResult result) {
        Lines lines = new Lines();
        lines.add(
                result.planned() ? Words.planned() : Ink.GOOD.of("stopped "),
                Ink.PLAIN.of((result.planned() ? "stop " : "") + name(result.archive(), result.database())));
        result.left().forEach((group, archives) -> left(group, archives, result, lines));
        if (!result.hotCopies().isEmpty()) {
            String copies =
                    Words.list(result.hotCopies().stream().map(RunningCopy::run).toList());
            lines.add(Ink.CAUTION.of(
                    "  hot copies that run on it " + (result.planned() ? "fail: " : "have failed: ") + copies));
        }
        return lines.add("  it comes back by SYNC; journal hot copies of it are then suspended until a full or "
                + "incremental one has completed");
    }

    /** The group that every archive serves is told only when there is no other. */
    private static void left(
            StorageGroupName group, List<ArchiveId> archives, StorageManagerStopResult result, Lines lines) {
        if (group.equals(StorageGroupName.UNPARTITIONED) && result.left().size() > 1) {
            return;
        }
        String by = archives.isEmpty() ? "nobody" : archivesOf(archives);
        lines.add("  " + group + " is then served by " + by);
    }

    private static String archivesOf(List<ArchiveId> archives) {
        return (archives.size() == 1 ? "archive " : "archives ") + Words.list(archives);
    }

    static Lines added(StorageManagerAddResult result) {
        String what = name(result.manager().archive(), result.database()) + " on host "
                + result.manager().host();
        String lies = result.restored()
                ? ": a restored archive, so that SYNC brings what it lacks"
                : ": empty, so that " + "SYNC brings everything";
        return new Lines()
                .add(
                        result.planned() ? Words.planned() : Ink.GOOD.of("added "),
                        Ink.PLAIN.of((result.planned() ? "add " : "") + what))
                .add("  it serves " + Words.list(List.copyOf(result.manager().serves())))
                .add("  its archive " + (result.planned() ? "would lie" : "lies") + " in " + result.directory() + lies)
                .add("  sm start " + result.manager().archive() + " starts it");
    }

    static Lines started(StorageManagerStartResult result) {
        if (result.sync().isEmpty()) {
            return new Lines().add(Words.planned(), Ink.PLAIN.of("start " + name(result.archive(), result.database())));
        }
        Lines lines = new Lines();
        sync(result.database(), result.sync().get(), lines);
        result.kept()
                .ifPresent(path -> lines.add("  the archive that was there before is kept as " + path
                        + "; delete it when it is not needed"));
        return lines.add("  journal hot copies of it are suspended until a full or incremental one has completed");
    }

    private static void sync(DatabaseName database, SyncReport sync, Lines lines) {
        lines.add(
                Ink.GOOD.of("RUNNING "),
                Ink.PLAIN.of(name(sync.archive(), database) + ", after a SYNC of " + sync.bytes() + " in "
                        + Figures.seconds(sync.took().toNanos())));
        lines.add(
                "  its own files held every commit through " + sync.from() + "; it joined at commit " + sync.joined());
        Table table = new Table("  storage group", ">by frames", ">by files");
        sync.groups()
                .forEach((group, received) ->
                        table.row("  " + group, bytes(received.frames()), bytes(received.files())));
        lines.addAll(table.lines());
    }

    private static Object bytes(ByteSize size) {
        return Words.size(size);
    }

    private static String name(ArchiveId archive, DatabaseName database) {
        return "the storage manager of archive " + archive + " of " + database;
    }

    static Lines group(StorageGroupResult result) {
        Lines lines = new Lines();
        String served = "storage group " + result.group() + " of " + result.database() + " served by "
                + archivesOf(result.archives());
        if (result.planned()) {
            return lines.add(Words.planned(), Ink.PLAIN.of("have " + served));
        }
        result.sync().ifPresent(sync -> sync(result.database(), sync, lines));
        String also = result.sync().isPresent() ? ", too" : "";
        return lines.add(Ink.GOOD.of("done: "), Ink.PLAIN.of(served + also))
                .add("  they take incremental and journal hot copies again after a full one")
                .add(Ink.CAUTION.of("  declare it before the next start: storageGroups, and serves of these archives"));
    }

    static Lines cut(RegionResult.Cut result) {
        Lines lines = new Lines();
        String hosts = "region " + result.region() + ", hosts " + Words.list(result.hosts()) + ", from all others";
        if (result.planned()) {
            return lines.add(Words.planned(), Ink.PLAIN.of("cut off " + hosts))
                    .add("  of each database, the side without more than half of the processes stops");
        }
        lines.add(Ink.GOOD.of("cut off "), Ink.PLAIN.of(hosts));
        return outages(result.outages(), lines);
    }

    static Lines healed(RegionResult.Healed result) {
        if (result.planned()) {
            return new Lines().add(Words.planned(), Ink.PLAIN.of("let all hosts reach each other again"));
        }
        Lines lines = new Lines();
        lines.add(Ink.GOOD.of("healed"), Ink.PLAIN.of(", all hosts reach each other"));
        result.returned().forEach(returned -> sync(returned.database(), returned.sync(), lines));
        return outages(result.outages(), lines);
    }

    private static Lines outages(List<Outage> outages, Lines lines) {
        outages.stream().map(Outage::database).distinct().forEach(database -> OutageLines.of(database, outages, lines));
        return lines;
    }
}
