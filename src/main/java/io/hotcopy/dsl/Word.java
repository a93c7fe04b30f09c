package io.hotcopy.dsl;

import io.hotcopy.problem.SourceSpan;
import java.util.List;
import java.util.Optional;

/**
 * A use of a word, before anyone has asked whether there is such a word.
 *
 * @param name as written; empty when the statement could not be read and has been reported
 * @param arguments those given by place, without the block
 * @param named those given by name, in their order
 * @param block what stands between the braces that follow
 * @param isReadable whether nothing of it was left out because it could not be read
 * @param span place of the name
 */
record Word(
        String name,
        List<Value> arguments,
        List<NamedValue> named,
        Optional<List<Word>> block,
        boolean isReadable,
        SourceSpan span) {

    /**
     * @param name the text before the colon
     * @param span place of the name
     */
    record NamedValue(String name, Value value, SourceSpan span) {}

    Word {
        arguments = List.copyOf(arguments);
        named = List.copyOf(named);
        block = block.map(List::copyOf);
    }

    /** A use without arguments and block. */
    static Word bare(String name, SourceSpan span) {
        return new Word(name, List.of(), List.of(), Optional.empty(), true, span);
    }

    /** A statement that has been reported; the name is the word it seems to be, or empty. */
    static Word unreadable(String name, SourceSpan span) {
        return new Word(name, List.of(), List.of(), Optional.empty(), false, span);
    }
}
