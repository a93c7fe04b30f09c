package io.hotcopy.bench;

import io.hotcopy.progress.ProgressEvent;
import io.hotcopy.progress.ProgressListener;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** Where the time of one job goes: when each of its stages began. */
final class StageTimes implements ProgressListener {

    private final long begun = System.nanoTime();
    private final List<String> lines = Collections.synchronizedList(new ArrayList<>());

    @Override
    public void on(ProgressEvent event) {
        if (event instanceof ProgressEvent.StageEntered stage) {
            line(stage.stage());
        }
    }

    private void line(String what) {
        lines.add(String.format(Locale.ROOT, "%7.3f s %s", (System.nanoTime() - begun) / 1e9, what));
    }

    /** Prints them, now that the job has ended. */
    void tell() {
        line("ended");
        System.out.println();
        lines.forEach(System.out::println);
    }
}
