package io.hotcopy.shell.screen;

import io.hotcopy.progress.ProgressEvent.StageLeft;
import io.hotcopy.term.ByteSize;

/** The line of a stage that is over: how long, how much, how fast, and what the database did meanwhile. */
final class StageSummary {

    private StageSummary() {}

    static String of(StageLeft left) {
        StringBuilder line = new StringBuilder(left.stage() + ": " + Figures.seconds(left.nanos()));
        if (left.bytes() > 0) {
            line.append(", ").append(new ByteSize(left.bytes()));
            line.append(", ").append(Figures.megabytesPerSecond(left.bytes() * 1e9 / Math.max(1, left.nanos())));
        }
        line.append(", ").append(Figures.grouped(left.commits())).append(" commits meanwhile");
        left.waitedFor().ifPresent(whom -> line.append(", waited for ").append(whom));
        return line.toString();
    }
}
