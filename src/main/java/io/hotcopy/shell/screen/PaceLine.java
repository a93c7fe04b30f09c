package io.hotcopy.shell.screen;

import io.hotcopy.progress.ProgressEvent.Paced;
import io.hotcopy.term.ByteSize;
import java.util.Locale;

/** How the database fares beside the job, and whether the job is held back. */
final class PaceLine {
    private PaceLine() {}

    /** {@code 1,234 commits/s, 83 % of before; throttle: 12.0 MB/s each}. */
    static String of(Paced pace) {
        String commits = Figures.grouped(pace.commitsPerSecond()) + " commits/s";
        String compared = pace.commitsBefore()
                .filter(before -> before > 0)
                .map(before -> String.format(Locale.ROOT, ", %d %% of before", pace.commitsPerSecond() * 100 / before))
                .orElse("");
        String throttle = pace.bytesPerSecond()
                .map(rate -> new ByteSize(rate) + "/s each")
                .orElse("none");
        return commits + compared + "; throttle: " + throttle;
    }
}
