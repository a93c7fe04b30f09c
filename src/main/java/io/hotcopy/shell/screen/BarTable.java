package io.hotcopy.shell.screen;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;

/**
 * One bar for each task, one below the other, with their figures in columns. Where there is no room for all figures,
 * the amount goes first, then the speed, then the time that is left.
 */
final class BarTable {
    private static final int WIDEST_BAR = 30;
    private static final int NARROWEST_BAR = 8;
    private static final int LEAST_NAME = 9;
    private static final String APART = "  ";
    private static final String CUT = "…";

    private static final Function<TaskProgress, String> PERCENT = TaskProgress::percent;
    private static final Function<TaskProgress, String> AMOUNT = TaskProgress::amount;
    private static final Function<TaskProgress, String> SPEED = TaskProgress::speed;
    private static final Function<TaskProgress, String> TIME = TaskProgress::time;

    private final List<TaskProgress> tasks;
    private final int width;
    private final Signs signs;
    private final int name;

    /**
     * What bars are made of.
     *
     * @param done of what is done
     * @param open of what is not
     */
    record Signs(String done, String open) {
        static final Signs BLOCKS = new Signs("█", "░");
        static final Signs ASCII = new Signs("#", ".");
    }

    /** @param width columns of a line */
    BarTable(List<TaskProgress> tasks, int width, Signs signs) {
        this.tasks = tasks;
        this.width = width;
        this.signs = signs;
        this.name = Math.min(Math.max(LEAST_NAME, width / 3), widest(TaskProgress::name));
    }

    List<AttributedString> lines() {
        return Stream.of(
                        List.of(PERCENT, AMOUNT, SPEED, TIME),
                        List.of(PERCENT, SPEED, TIME),
                        List.of(PERCENT, TIME),
                        List.of(PERCENT))
                .filter(figures -> room(figures) >= NARROWEST_BAR)
                .findFirst()
                .map(this::lines)
                .orElseGet(() -> lines(List.of()));
    }

    private List<AttributedString> lines(List<Function<TaskProgress, String>> figures) {
        int room = Math.max(0, Math.min(WIDEST_BAR, room(figures)));
        return tasks.stream().map(task -> line(task, room, figures)).toList();
    }

    /** Columns that are left for the bar. */
    private int room(List<Function<TaskProgress, String>> figures) {
        int taken = APART.length() + name + APART.length();
        for (Function<TaskProgress, String> figure : figures) {
            taken += APART.length() + widest(figure);
        }
        return width - taken;
    }

    private int widest(Function<TaskProgress, String> figure) {
        return tasks.stream().map(figure).mapToInt(String::length).max().orElse(0);
    }

    private AttributedString line(TaskProgress task, int room, List<Function<TaskProgress, String>> figures) {
        int full = (int) (task.fraction().orElse(task.finished() ? 1.0 : 0.0) * room);
        AttributedStringBuilder line = new AttributedStringBuilder()
                .append(APART + named(task))
                .append(APART)
                .append((task.finished() ? Ink.GOOD : Ink.STRONG)
                        .of(signs.done().repeat(full)))
                .append(Ink.FAINT.of(signs.open().repeat(room - full)));
        for (Function<TaskProgress, String> figure : figures) {
            String text = figure.apply(task);
            line.append(APART + " ".repeat(widest(figure) - text.length()) + text);
        }
        return line.toAttributedString();
    }

    private String named(TaskProgress task) {
        String text = task.name();
        return text.length() <= name ? text + " ".repeat(name - text.length()) : text.substring(0, name - 1) + CUT;
    }
}
