package io.hotcopy.shell.command;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * What happens by itself in a running domain: shown at once while a line is being typed, else kept until the job that
 * runs has ended. Hears any thread.
 */
public final class Notices implements Consumer<String> {
    private final List<String> kept = new ArrayList<>();
    private Consumer<String> shown;

    @Override
    public synchronized void accept(String text) {
        if (shown == null) {
            kept.add(text);
        } else {
            shown.accept(text);
        }
    }

    /** Shows what comes from here on. */
    public synchronized void showBy(Consumer<String> showing) {
        shown = showing;
    }

    /** Keeps what comes from here on. */
    public synchronized void keep() {
        shown = null;
    }

    /** What was kept, in its order; once. */
    public synchronized List<String> drain() {
        List<String> all = List.copyOf(kept);
        kept.clear();
        return all;
    }
}
