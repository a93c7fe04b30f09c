package io.hotcopy.dsl;

import java.util.List;

/**
 * Why the lexer could not go on.
 *
 * @param missing what more text could bring: the end of a comment or of a text over several lines; empty when more text
 *     cannot mend it
 * @param message one lower-case sentence
 * @param hints what to do
 * @param start offset of the first wrong character
 * @param end offset after the last
 */
record ScanFault(String missing, String message, List<String> hints, int start, int end) {

    static ScanFault openComment(int start) {
        return new ScanFault("*/", "this comment is not closed", List.of("close it with */"), start, start + 2);
    }

    static ScanFault openLongText(String quotes, int start) {
        return new ScanFault(
                quotes, "this text is not closed", List.of("close it with " + quotes), start, start + quotes.length());
    }

    static ScanFault openText(String quote, int start) {
        List<String> hints = List.of(
                "close it with " + quote + " on the same line",
                "a text over several lines stands between " + quote.repeat(3) + " and " + quote.repeat(3));
        return new ScanFault("", "this text is not closed", hints, start, start + 1);
    }

    static ScanFault unknownEscape(String escape, int start) {
        return new ScanFault(
                "",
                "`" + escape + "` means nothing in a text",
                List.of("for a backslash write \\\\"),
                start,
                start + escape.length());
    }

    static ScanFault lonelyDollar(int start) {
        return new ScanFault(
                "",
                "`$` in a text between double quotes must be followed by a name or {…}",
                List.of("for a dollar sign write \\$, or put the text between single quotes"),
                start,
                start + 1);
    }

    static ScanFault unexpected(String character, int start) {
        return new ScanFault(
                "", "unexpected character `" + character + "`", List.of(), start, start + character.length());
    }

    /** @param message Groovy's own, which may end with a place */
    static ScanFault badNumber(String message, int start) {
        String sentence = message.replaceFirst(" @ line.*", "");
        String lower =
                sentence.isEmpty() ? "bad number" : Character.toLowerCase(sentence.charAt(0)) + sentence.substring(1);
        return new ScanFault("", lower, List.of(), start, start + 1);
    }
}
