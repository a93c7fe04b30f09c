package io.hotcopy.shell;

import io.hotcopy.shell.line.LineRouter;
import io.hotcopy.shell.line.LineSource;
import io.hotcopy.shell.line.Openness;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/** Lines from a pipe or a file: no prompt, no history. */
final class PipedLines implements LineSource {
    private final BufferedReader in;
    private final LineRouter router;
    private final Openness openness;

    PipedLines(BufferedReader in, LineRouter router, Openness openness) {
        this.in = in;
        this.router = router;
        this.openness = openness;
    }

    @Override
    public Optional<String> next() {
        String text = read();
        if (text == null) {
            return Optional.empty();
        }
        while (isOpen(text)) {
            String more = read();
            if (more == null) {
                return Optional.of(text);
            }
            text = text + "\n" + more;
        }
        return Optional.of(text);
    }

    private boolean isOpen(String text) {
        return !text.isBlank() && !router.isCommand(text) && openness.of(text).isPresent();
    }

    private String read() {
        try {
            return in.readLine();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the next line", e);
        }
    }
}
