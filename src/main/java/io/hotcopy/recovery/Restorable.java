package io.hotcopy.recovery;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What can be restored, as hints say it: of each lineage the newest ranges first. */
final class Restorable {

    /** More would bury the sentence above them. */
    private static final int RANGES_SHOWN = 5;

    private final LineageTree lineages;
    private final List<CopyRun> runs;

    Restorable(LineageTree lineages, List<CopyRun> runs) {
        this.lineages = lineages;
        this.runs = runs;
    }

    List<String> inWords() {
        List<String> hints = new ArrayList<>();
        int more = 0;
        for (Coverage.OfLineage life : Coverage.of(lineages, runs).lineages()) {
            List<TargetRange> newestFirst = new ArrayList<>(life.whole());
            Collections.reverse(newestFirst);
            newestFirst.stream()
                    .limit(RANGES_SHOWN)
                    .forEach(range -> hints.add("Restorable: " + range + " of lineage " + life.lineage() + "."));
            more += Math.max(0, newestFirst.size() - RANGES_SHOWN);
        }
        if (more > 0) {
            hints.add("And " + more + (more == 1 ? " older range." : " older ranges."));
        }
        return hints;
    }
}
