package io.hotcopy.dsl;

import io.hotcopy.problem.SourceSpan;

/** Finds the line of a script or specification that is being executed. */
final class CallSite {

    private CallSite() {}

    /** The nearest caller that was not written in Java: file and line, but no column, which the stack does not keep. */
    static SourceSpan current() {
        return StackWalker.getInstance()
                .walk(frames -> frames.filter(CallSite::isOfUser)
                        .findFirst()
                        .map(frame -> new SourceSpan(
                                frame.getFileName(), frame.getLineNumber(), 1, frame.getLineNumber(), 1)))
                .orElseGet(() -> SourceSpan.startOf("script"));
    }

    private static boolean isOfUser(StackWalker.StackFrame frame) {
        String file = frame.getFileName();
        return file != null && !file.endsWith(".java") && frame.getLineNumber() > 0;
    }
}
