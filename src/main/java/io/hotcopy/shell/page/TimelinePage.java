package io.hotcopy.shell.page;

import io.hotcopy.shell.screen.Figures;
import io.hotcopy.shell.screen.Ink;
import io.hotcopy.shell.screen.Lines;
import io.hotcopy.term.HotCopyType;
import io.hotcopy.timetable.Occurrence;
import io.hotcopy.verb.TimelineResult;
import io.hotcopy.verb.TimelineResult.OfBackupGroup;
import io.hotcopy.verb.TimelineResult.OfPolicy;
import io.hotcopy.verb.TimelineResult.OfStorageGroup;
import io.hotcopy.verb.TimelineResult.Period;
import io.hotcopy.verb.TimelineResult.Run;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;

/**
 * Strips of time: what can be restored, what ran, and what is to run. What a column means is in its character, so that
 * nothing is lost without colours.
 */
final class TimelinePage {
    private static final int LONGEST_LABEL = 24;
    private static final int FEWEST_COLUMNS = 20;

    private static final char RESTORABLE = '=';
    private static final char PARTLY = '+';
    private static final char NOT = '.';
    private static final char NOW = '|';
    private static final char FAILED = 'x';
    private static final char SKIPPED = '-';
    private static final char NOTHING = ' ';

    private final TimelineResult result;
    private final int width;

    private TimelinePage(TimelineResult result, int width) {
        this.result = result;
        this.width = width;
    }

    /** @param width columns of a line */
    static Lines of(TimelineResult result, int width) {
        TimelinePage page = new TimelinePage(result, width);
        Lines lines = new Lines();
        result.policies().forEach(policy -> page.policy(policy, lines));
        return lines.gap()
                .add(Ink.FAINT.of("= restorable   + only partly   . not restorable   | now"))
                .add(Ink.FAINT.of("F full   I incremental   J journal   x failed   - left out   f i j planned"));
    }

    private void policy(OfPolicy policy, Lines lines) {
        Map<String, List<Period>> restorable = restorable(policy);
        List<String> labels = new ArrayList<>(restorable.keySet());
        policy.backupGroups().forEach(group -> labels.add(label(group)));
        int label = Math.min(
                LONGEST_LABEL, labels.stream().mapToInt(String::length).max().orElse(0));
        TimeStrip strip =
                TimeStrip.of(result.from(), result.now(), result.to(), Math.max(FEWEST_COLUMNS, width - label - 2));
        lines.gap()
                .add(Ink.STRONG.of("policy " + policy.policy()), Ink.PLAIN.of(" for " + policy.database()))
                .add(Ink.FAINT.of(
                        "times in " + policy.zone() + ", a column is " + Figures.shortly(strip.cellLength())));
        new TimeScale(strip, policy.zone()).lines().forEach(scale -> lines.add(row("", label, Ink.FAINT.of(scale))));
        restorable.forEach((name, periods) ->
                lines.add(row(name, label, TimeStrip.inked(coverage(periods, strip), TimelinePage::ink))));
        policy.backupGroups()
                .forEach(group ->
                        lines.add(row(label(group), label, TimeStrip.inked(runs(group, strip), TimelinePage::ink))));
    }

    /** A database without storage groups has nothing to be told apart. */
    private static Map<String, List<Period>> restorable(OfPolicy policy) {
        Map<String, List<Period>> restorable = new LinkedHashMap<>();
        if (policy.storageGroups().size() > 1) {
            for (OfStorageGroup group : policy.storageGroups()) {
                restorable.put(group.group(), group.restorable());
            }
        }
        restorable.put(policy.storageGroups().size() > 1 ? "all together" : "database", policy.whole());
        return restorable;
    }

    private static String label(OfBackupGroup group) {
        return "runs of " + group.group();
    }

    /** A name, cut when it is longer than that, and what stands beside it. */
    static AttributedString row(String label, int width, AttributedString strip) {
        String shown = label.length() > width ? label.substring(0, width - 1) + "…" : label;
        return new AttributedStringBuilder()
                .append(shown)
                .append(" ".repeat(width - shown.length() + 2))
                .append(strip)
                .toAttributedString();
    }

    private static char[] coverage(List<Period> periods, TimeStrip strip) {
        char[] cells = blank(strip);
        for (int cell = 0; cell < strip.past(); cell++) {
            cells[cell] = coverage(periods, strip, cell);
        }
        return cells;
    }

    private static char coverage(List<Period> periods, TimeStrip strip, int cell) {
        char covered = NOT;
        for (Period period : periods) {
            boolean before = period.through().isBefore(strip.begin(cell));
            boolean after = !period.from().isBefore(strip.begin(cell + 1));
            if (!before && !after) {
                boolean all = !period.from().isAfter(strip.begin(cell))
                        && !period.through().isBefore(strip.begin(cell + 1));
                covered = all ? RESTORABLE : PARTLY;
            }
        }
        return covered;
    }

    private static char[] runs(OfBackupGroup group, TimeStrip strip) {
        char[] cells = blank(strip);
        for (Occurrence planned : group.ahead()) {
            put(cells, strip.columnOf(planned.at()), Character.toLowerCase(letter(planned.type())));
        }
        for (Run run : group.past()) {
            if (strip.contains(run.ended()) && !run.ended().isAfter(strip.now())) {
                put(cells, strip.columnOf(run.ended()), mark(run));
            }
        }
        return cells;
    }

    /** Where several fall into one column, what failed is seen first, then the bigger type. */
    private static void put(char[] cells, int column, char mark) {
        String order = "xFfIiJj- ";
        if (order.indexOf(mark) < order.indexOf(cells[column])) {
            cells[column] = mark;
        }
    }

    private static char mark(Run run) {
        return switch (run.outcome()) {
            case DONE -> letter(run.type());
            case FAILED, CANCELLED -> FAILED;
            case SKIPPED -> SKIPPED;
        };
    }

    private static char letter(HotCopyType type) {
        return type.word().toUpperCase(Locale.ROOT).charAt(0);
    }

    private static char[] blank(TimeStrip strip) {
        char[] cells = new char[strip.columns()];
        Arrays.fill(cells, NOTHING);
        cells[strip.past()] = NOW;
        return cells;
    }

    private static Ink ink(char mark) {
        if (mark == RESTORABLE) {
            return Ink.GOOD;
        }
        if (mark == PARTLY || mark == SKIPPED) {
            return Ink.CAUTION;
        }
        if (mark == NOT || mark == FAILED) {
            return Ink.BAD;
        }
        return Character.isLowerCase(mark) ? Ink.FAINT : Ink.PLAIN;
    }
}
