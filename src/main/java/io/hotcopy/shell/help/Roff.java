package io.hotcopy.shell.help;

/** A page in the macros of man(7) being written. */
final class Roff {
    /** Narrow enough that a line stays short when what roff would read as its own is spelled out. */
    private static final int WIDTH = 66;

    private final StringBuilder page = new StringBuilder();
    private boolean belowHeading;

    void remark(String text) {
        page.append(".\\\" ").append(text).append('\n');
    }

    /** @param about what the page is about, in the words of its title line */
    void title(String name, int section, String about) {
        page.append(".TH ")
                .append(name)
                .append(' ')
                .append(section)
                .append(" \"\" hotcopy \"")
                .append(about)
                .append("\"\n");
    }

    void section(String title) {
        page.append(".SH ").append(quoted(title)).append('\n');
        belowHeading = true;
    }

    void part(String title) {
        page.append(".SS ").append(quoted(title)).append('\n');
        belowHeading = true;
    }

    /** A paragraph. */
    void text(String text) {
        paragraph();
        fill(text);
    }

    /** A heading begins one by itself. */
    private void paragraph() {
        page.append(belowHeading ? "" : ".PP\n");
        belowHeading = false;
    }

    private void fill(String text) {
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" +")) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > WIDTH) {
                page.append(escaped(line.toString())).append('\n');
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        page.append(escaped(line.toString())).append('\n');
    }

    /** A term in bold with what it means beside it or below. */
    void term(String term, String text) {
        page.append(".TP\n.B ").append(escaped(term)).append('\n');
        fill(text);
        belowHeading = false;
    }

    /** Lines that stay as they are. Nothing when there are none. */
    void code(String text) {
        if (!text.isEmpty()) {
            paragraph();
            page.append(".RS 4\n.nf\n");
            text.lines().forEach(line -> page.append(line.isEmpty() ? "\\&" : escaped(line))
                    .append('\n'));
            page.append(".fi\n.RE\n");
        }
    }

    /** What roff would read as its own stands for itself; a dash is the one that people type. */
    private static String escaped(String text) {
        String plain = text.replace("\\", "\\e")
                .replace("-", "\\-")
                .replace("'", "\\(aq")
                .replace("^", "\\(ha")
                .replace("~", "\\(ti")
                .replace("`", "\\(ga")
                .replace("…", "...");
        return plain.startsWith(".") ? "\\&" + plain : plain;
    }

    private static String quoted(String title) {
        return "\"" + escaped(title).replace("\"", "\\(dq") + "\"";
    }

    @Override
    public String toString() {
        return page.toString();
    }
}
