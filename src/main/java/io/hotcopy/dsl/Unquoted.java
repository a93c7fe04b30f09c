package io.hotcopy.dsl;

import io.hotcopy.problem.SourceSpan;
import java.util.List;

/**
 * A name that stood in a closure without quotes and arguments. Alone it is a word; where it is used as a value, the
 * quotes are missing.
 */
final class Unquoted {

    private final String name;
    private boolean isUsed;

    Unquoted(String name) {
        this.name = name;
    }

    /** The value that it is where a value should be. */
    Value.Bare use(SourceSpan place) {
        isUsed = true;
        return new Value.Bare(name, List.of(), place);
    }

    boolean isUsed() {
        return isUsed;
    }

    /** What it becomes inside a text. */
    @Override
    public String toString() {
        return use(CallSite.current()).shown();
    }
}
