package io.hotcopy.shell.keyboard;

import java.io.IOException;
import java.time.Instant;
import java.util.function.Consumer;
import org.jline.reader.impl.history.DefaultHistory;

/**
 * The lines that the arrow keys bring back. Not remembered: a line that begins with a blank, the same line twice in a
 * row, and what may hold a secret. When the file cannot be written, that is told once, and lines are remembered as long
 * as the shell is open.
 */
final class KeptHistory extends DefaultHistory {
    private final HistoryFile file;
    private final Consumer<String> trouble;
    private boolean isTold;

    /** @param trouble hears why lines are not kept on disk */
    KeptHistory(HistoryFile file, Consumer<String> trouble) {
        this.file = file;
        this.trouble = trouble;
    }

    /** Reads what earlier shells have left. */
    @Override
    public void load() {
        try {
            file.read().forEach(entry -> internalAdd(entry.at(), entry.line()));
        } catch (IOException failed) {
            tell("the history cannot be read", failed);
        }
        resetIndex();
    }

    @Override
    public void add(Instant at, String line) {
        String entered = line.stripTrailing();
        if (!isRemembered(entered)) {
            return;
        }
        internalAdd(at, entered);
        try {
            file.add(new HistoryFile.Entry(at, entered));
        } catch (IOException failed) {
            tell("the history is not kept", failed);
        }
    }

    private boolean isRemembered(String line) {
        boolean isAgain = !isEmpty() && line.equals(get(last()));
        return !line.isEmpty() && !Character.isWhitespace(line.charAt(0)) && !isAgain && !Secrets.maybeIn(line);
    }

    /** Each line was saved when it was entered. */
    @Override
    public void save() {
        // Nothing is left to be saved.
    }

    private void tell(String what, IOException failed) {
        if (!isTold) {
            isTold = true;
            trouble.accept(what + ": " + failed.getMessage());
        }
    }
}
