package io.hotcopy.shell.page;

import io.hotcopy.shell.screen.Ink;
import io.hotcopy.shell.screen.Lines;
import io.hotcopy.simulate.Failure;
import io.hotcopy.simulate.ScenarioProof;
import io.hotcopy.simulate.StoryEvent;
import io.hotcopy.simulate.StoryEvent.Kind;
import io.hotcopy.simulate.Worst;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jline.utils.AttributedString;

/**
 * A counterexample as lanes of time around the moment at which everything live is lost: the failure, the runs of each
 * backup group, and the time that is lost or that the restore takes.
 */
final class StoryStrip {
    private static final int FEWEST_COLUMNS = 10;
    private static final int LONGEST_LABEL = 16;
    private static final int TIMES_WHAT_IS_AT_STAKE = 8;
    /** Where several fall into one column, the first of these is seen. */
    private static final String ORDER = "xFIJ*-wfij.#~!> ";

    private final ScenarioProof scenario;
    private final Worst worst;
    private final boolean loses;
    private final ZoneId zone;
    private final int width;
    private final int label;
    private final TimeStrip strip;

    /**
     * @param worst when everything live is lost
     * @param loses whether it is about what is lost, not about the restore
     * @param width columns of a line
     */
    StoryStrip(ScenarioProof scenario, Worst worst, boolean loses, ZoneId zone, int width) {
        this.scenario = scenario;
        this.worst = worst;
        this.loses = loses;
        this.zone = zone;
        this.width = width;
        this.label = Math.min(
                LONGEST_LABEL,
                Stream.concat(Stream.of("restored"), groups().stream())
                        .mapToInt(String::length)
                        .max()
                        .orElseThrow());
        this.strip = span();
    }

    /** What is long before does not make the loss invisibly small: it is only told in words. */
    private TimeStrip span() {
        List<Instant> all = new ArrayList<>(List.of(worst.at()));
        scenario.story().forEach(event -> all.add(event.at()));
        worst.time()
                .map(time -> loses ? worst.at().minus(time) : worst.at().plus(time))
                .ifPresent(all::add);
        Instant first = all.stream().min(Instant::compareTo).orElseThrow();
        Instant last = all.stream().max(Instant::compareTo).orElseThrow();
        Instant begin = first.isBefore(worst.at()) ? first : worst.at().minus(Duration.ofMinutes(1));
        Instant near = worst.time()
                .filter(time -> !time.isZero())
                .map(time -> worst.at().minus(time.multipliedBy(TIMES_WHAT_IS_AT_STAKE)))
                .filter(begin::isBefore)
                .orElse(begin);
        return TimeStrip.of(near, worst.at(), last, Math.max(FEWEST_COLUMNS, width - label - 2));
    }

    private List<String> groups() {
        return scenario.story().stream()
                .flatMap(event -> event.backupGroup().stream())
                .distinct()
                .toList();
    }

    void add(Lines lines) {
        new TimeScale(strip, zone).lines().forEach(scale -> add("", Ink.FAINT.of(scale), lines));
        add("failure", TimeStrip.inked(failure(), StoryStrip::ink), lines);
        groups().forEach(group -> add(group, TimeStrip.inked(runs(group), StoryStrip::ink), lines));
        add(loses ? "lost" : "restored", TimeStrip.inked(stake(), StoryStrip::ink), lines);
        Wrapped wrapped = new Wrapped(width);
        wrapped.add(
                Ink.FAINT,
                "",
                "F full  I incremental  J journal published  f i j begun  x failed  - left out  w waits",
                lines);
        wrapped.add(
                Ink.FAINT,
                "",
                "# failure  ~ catching up  " + (loses ? "! lost" : "> being restored") + "  | everything live is lost",
                lines);
    }

    private void add(String name, AttributedString cells, Lines lines) {
        lines.add(TimelinePage.row(name, label, cells));
    }

    /** From its begin to its end, and on until what was down has caught up; a run fails in a moment. */
    private char[] failure() {
        char[] cells = blank();
        Optional<Instant> begin = first(Kind.FAILURE).or(scenario::begins);
        if (scenario.failure() instanceof Failure.RunFailed) {
            begin.ifPresent(at -> put(cells, within(at), 'x'));
            return marked(cells);
        }
        Instant end = first(Kind.RECOVERY).or(scenario::ends).orElse(strip.to());
        first(Kind.SYNCED).ifPresent(synced -> fill(cells, end, synced, '~'));
        begin.ifPresent(at -> fill(cells, at, end, '#'));
        return marked(cells);
    }

    private Optional<Instant> first(Kind kind) {
        return scenario.story().stream()
                .filter(event -> event.kind() == kind)
                .map(StoryEvent::at)
                .findFirst();
    }

    private char[] runs(String group) {
        char[] cells = blank();
        scenario.story().stream()
                .filter(event -> event.backupGroup().equals(Optional.of(group)) && strip.contains(event.at()))
                .forEach(event -> put(cells, event.at(), mark(event)));
        return marked(cells);
    }

    private char[] stake() {
        char[] cells = blank();
        Instant begin = loses ? worst.time().map(worst.at()::minus).orElse(strip.from()) : worst.at();
        Instant end = loses ? worst.at() : worst.time().map(worst.at()::plus).orElse(strip.to());
        fill(cells, begin, end, loses ? '!' : '>');
        return marked(cells);
    }

    private void fill(char[] cells, Instant begin, Instant end, char mark) {
        int last = strip.columnOf(within(end));
        for (int column = strip.columnOf(within(begin)); column <= last; column++) {
            cells[column] = stronger(cells[column], mark);
        }
    }

    private Instant within(Instant at) {
        if (at.isBefore(strip.from())) {
            return strip.from();
        }
        return at.isAfter(strip.to()) ? strip.to() : at;
    }

    private void put(char[] cells, Instant at, char mark) {
        int column = strip.columnOf(at);
        cells[column] = stronger(cells[column], mark);
    }

    private static char stronger(char one, char other) {
        return ORDER.indexOf(other) < ORDER.indexOf(one) ? other : one;
    }

    private static char mark(StoryEvent event) {
        String letter = event.type().map(type -> type.word().substring(0, 1)).orElse("*");
        return switch (event.kind()) {
            case BEGUN -> letter.charAt(0);
            case PUBLISHED -> letter.toUpperCase(Locale.ROOT).charAt(0);
            case FAILED -> 'x';
            case LEFT_OUT -> '-';
            case WAITS -> 'w';
            case FAILURE, RECOVERY, SYNCED, WORST -> ' ';
        };
    }

    private char[] blank() {
        return " ".repeat(strip.columns()).toCharArray();
    }

    private char[] marked(char[] cells) {
        cells[strip.past()] = '|';
        return cells;
    }

    private static Ink ink(char mark) {
        return switch (mark) {
            case 'F', 'I', 'J' -> Ink.GOOD;
            case 'x', '#', '!', '>' -> Ink.BAD;
            case '-', 'w', '~' -> Ink.CAUTION;
            case 'f', 'i', 'j' -> Ink.FAINT;
            default -> Ink.PLAIN;
        };
    }

    /** How the line of an event looks. */
    static Ink ink(Kind kind) {
        return switch (kind) {
            case FAILURE, FAILED, WORST -> Ink.BAD;
            case LEFT_OUT, WAITS -> Ink.CAUTION;
            case PUBLISHED -> Ink.GOOD;
            case BEGUN, RECOVERY, SYNCED -> Ink.PLAIN;
        };
    }
}
