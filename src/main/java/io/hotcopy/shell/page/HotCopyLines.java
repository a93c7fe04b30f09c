package io.hotcopy.shell.page;

import io.hotcopy.engine.HotCopyStatus;
import io.hotcopy.engine.RunReport.Stage;
import io.hotcopy.engine.RunReport.Waited;
import io.hotcopy.shell.screen.Figures;
import io.hotcopy.shell.screen.Ink;
import io.hotcopy.shell.screen.Lines;
import io.hotcopy.shell.screen.Table;
import io.hotcopy.term.ByteSize;
import io.hotcopy.verb.CancelResult;
import java.util.List;
import java.util.Locale;

/** How hot copies stand, and what their stages took. */
final class HotCopyLines {
    private HotCopyLines() {}

    static Lines cancelled(CancelResult result) {
        Lines lines = new Lines();
        result.hotCopies().forEach(hotCopy -> status(hotCopy, lines));
        return lines;
    }

    /** Those that run or wait; of the others only the newest. */
    static void current(List<HotCopyStatus> all, Lines lines) {
        all.stream().filter(hotCopy -> !hotCopy.state().isEnded()).forEach(hotCopy -> status(hotCopy, lines));
        all.stream()
                .filter(hotCopy -> hotCopy.state().isEnded())
                .findFirst()
                .ifPresent(hotCopy -> status(hotCopy, lines));
    }

    static void status(HotCopyStatus hotCopy, Lines lines) {
        String stage = hotCopy.stage().isEmpty() || hotCopy.state().isEnded() ? "" : " (" + hotCopy.stage() + ")";
        lines.add(
                Ink.PLAIN.of("hot copy " + hotCopy.id() + " "),
                state(hotCopy.state()).of("[" + hotCopy.state().name().toLowerCase(Locale.ROOT) + "]"),
                Ink.PLAIN.of(" " + hotCopy.step() + ": " + hotCopy.message() + stage));
        hotCopy.began().ifPresent(began -> hotCopy.archives()
                .forEach(archive -> lines.add("  archive " + archive.archive() + ": " + copied(archive))));
    }

    private static String copied(HotCopyStatus.Archive archive) {
        String of = archive.expected().bytes() == 0 ? "" : " of " + archive.expected();
        return String.format(
                Locale.ROOT,
                "%s%s, %.1f MB/s, into %s",
                archive.copied(),
                of,
                archive.megabytesPerSecond(),
                archive.directory());
    }

    private static Ink state(HotCopyStatus.State state) {
        return switch (state) {
            case COMPLETED -> Ink.GOOD;
            case FAILED -> Ink.BAD;
            case CANCELLED -> Ink.CAUTION;
            case WAITING, RUNNING -> Ink.STRONG;
        };
    }

    /** One line a stage: what the vendor's log says of one. */
    static Lines stages(List<Stage> stages) {
        Table table = new Table("stage", ">time", ">size", ">MB/s", ">commits", "~waited for");
        for (Stage stage : stages) {
            boolean moved = stage.bytes() > 0;
            table.row(
                    stage.name(),
                    Figures.seconds(stage.nanos()),
                    moved ? new ByteSize(stage.bytes()) : "",
                    moved ? String.format(Locale.ROOT, "%.1f", stage.megabytesPerSecond()) : "",
                    Figures.grouped(stage.commits()),
                    stage.waitedFor().map(HotCopyLines::waited).orElse(""));
        }
        return table.lines();
    }

    private static String waited(Waited waited) {
        return waited.whom() + ", " + Figures.seconds(waited.nanos());
    }
}
