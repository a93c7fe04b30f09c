package io.hotcopy.shell.page;

import io.hotcopy.backupset.ElementFacts;
import io.hotcopy.backupset.SetFacts;
import io.hotcopy.shell.screen.Lines;
import io.hotcopy.term.HotCopyType;
import io.hotcopy.verb.ReportBackupsResult;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A set's elements as the vendor's XML: journals newest first, then incrementals and the full newest first; dates in
 * UTC, without a zone.
 */
final class BackupsXml {
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);
    private static final String INDENT = "    ";

    private BackupsXml() {}

    static Lines of(ReportBackupsResult result) {
        SetFacts set = result.set();
        Lines lines = new Lines();
        lines.addAsItIs("<BackupSet"
                + attribute("id", set.id())
                + attribute("database", set.database().database())
                + attribute("databaseId", set.databaseUuid())
                + attribute("collectionId", set.collection())
                + attribute("archiveId", set.archiveUuid())
                + ">");
        lines.addAsItIs(INDENT + "<BackupElements>");
        inOrder(set.elements()).forEach(element -> lines.addAsItIs(INDENT + INDENT + element(element)));
        lines.addAsItIs(INDENT + "</BackupElements>");
        return lines.addAsItIs("</BackupSet>");
    }

    private static Stream<ElementFacts> inOrder(List<ElementFacts> elements) {
        return elements.stream()
                .sorted(Comparator.comparing((ElementFacts element) -> element.type() != HotCopyType.JOURNAL)
                        .thenComparing(Comparator.comparing(ElementFacts::cut).reversed())
                        .thenComparing(Comparator.comparing(ElementFacts::began).reversed()));
    }

    private static String element(ElementFacts element) {
        return "<BackupElement"
                + attribute("id", element.id())
                + attribute("type", element.type().word())
                + attribute("startDate", date(element.began()))
                + attribute("endDate", date(element.ended()))
                + "/>";
    }

    private static String date(Instant instant) {
        return DATE.format(instant);
    }

    private static String attribute(String name, Object value) {
        return " " + name + "=\"" + escaped(value.toString()) + "\"";
    }

    /** Line breaks and tabs too: a parser would read them as blanks. XML 1.0 has no way to write other controls. */
    private static String escaped(String value) {
        StringBuilder text = new StringBuilder();
        value.codePoints().forEach(point -> {
            switch (point) {
                case '&' -> text.append("&amp;");
                case '<' -> text.append("&lt;");
                case '>' -> text.append("&gt;");
                case '"' -> text.append("&quot;");
                case '\t', '\n', '\r' -> text.append("&#").append(point).append(';');
                default -> text.appendCodePoint(point < ' ' ? '\uFFFD' : point);
            }
        });
        return text.toString();
    }
}
