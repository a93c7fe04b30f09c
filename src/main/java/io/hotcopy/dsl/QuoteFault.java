package io.hotcopy.dsl;

/** Tells why the lexer gave up at a quote: the text is not closed, or it holds an escape that means nothing. */
final class QuoteFault {

    private static final String ESCAPES = "btnfrs\"'\\$01234567\n\r";

    private QuoteFault() {}

    /** @param start offset of the quote of a text that must end on its line */
    static ScanFault ofText(String text, int start) {
        String quote = text.substring(start, start + 1);
        int lineEnd = text.indexOf('\n', start);
        int end = endOf(quote, text, start + 1, lineEnd < 0 ? text.length() : lineEnd);
        return end < 0 ? ScanFault.openText(quote, start) : escapeFault(text, start, end);
    }

    /** @param start offset of the first of three quotes */
    static ScanFault ofLongText(String text, int start) {
        String quotes = text.substring(start, start + 3);
        int end = endOf(quotes, text, start + 3, text.length());
        return end < 0 ? ScanFault.openLongText(quotes, start) : escapeFault(text, start, end);
    }

    /** Offset of the closing quotes before the limit, escapes skipped; -1 when there are none. */
    private static int endOf(String quotes, String text, int from, int limit) {
        int at = from;
        while (at < limit && !text.startsWith(quotes, at)) {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        return at < limit ? at : -1;
    }

    private static ScanFault escapeFault(String text, int start, int end) {
        int at = text.indexOf('\\', start);
        while (at >= 0 && at < end && isEscape(text, at + 1)) {
            at = text.indexOf('\\', at + 2);
        }
        return at >= 0 && at < end
                ? ScanFault.unknownEscape(text.substring(at, text.offsetByCodePoints(at + 1, 1)), at)
                : ScanFault.unexpected(text.substring(start, start + 1), start);
    }

    private static boolean isEscape(String text, int at) {
        return text.startsWith("u", at)
                ? text.length() >= at + 5 && text.substring(at + 1, at + 5).matches("[0-9A-Fa-f]{4}")
                : ESCAPES.indexOf(text.charAt(at)) >= 0;
    }
}
