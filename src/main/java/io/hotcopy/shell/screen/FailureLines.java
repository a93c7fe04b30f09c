package io.hotcopy.shell.screen;

import io.hotcopy.problem.HotCopyException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.jline.utils.AttributedString;

/** Errors as a person reads them: one sentence, then what to do; the stack trace only when asked for. */
public final class FailureLines {
    private FailureLines() {}

    /** A sentence and its hints. */
    public static Lines of(String message, List<String> hints) {
        Lines lines = new Lines().add(Ink.BAD.of("ERROR: "), Ink.PLAIN.of(message));
        hints.forEach(hint -> lines.add(hint(hint)));
        return lines;
    }

    /** What any failure says; one that is not operating trouble is called a defect of this program. */
    public static Lines of(Throwable failure) {
        if (failure instanceof HotCopyException trouble) {
            return of(trouble.getMessage(), trouble.hints());
        }
        String what = failure.getMessage() == null ? "" : ": " + failure.getMessage();
        return of(
                "this is a defect of hotcopy, " + failure.getClass().getSimpleName() + what,
                List.of("show trace prints where it came from"));
    }

    /** The whole stack trace. */
    public static Lines trace(Throwable failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return new Lines().addAsItIs(text.toString());
    }

    private static AttributedString[] hint(String hint) {
        return new AttributedString[] {Ink.CAUTION.of("HINT: "), Ink.PLAIN.of(hint)};
    }
}
