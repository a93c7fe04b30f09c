package io.hotcopy.shell.screen;

import io.hotcopy.progress.ProgressEvent.Paced;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jline.utils.AttributedString;

/**
 * What is to be seen of a job in one moment: the stages that are over, the stage that it is in, a bar for each task,
 * and the pace. What has no room is left out: the oldest stages first, then bars of the finished.
 *
 * @param over a line for each stage that is over
 * @param stage it is in; empty before the first
 * @param nanos how long it has been in it
 * @param tasks in the order in which they began
 * @param pace as it was told last
 * @param signs what bars are made of
 */
record ProgressFrame(
        List<String> over,
        String stage,
        long nanos,
        List<TaskProgress> tasks,
        Optional<Paced> pace,
        BarTable.Signs signs) {

    /**
     * @param width columns of a line; the last one is left free
     * @param height lines there are, at least two
     */
    List<AttributedString> lines(int width, int height) {
        int room = height - 1;
        List<String> heading = stage.isEmpty() ? List.of() : List.of(heading());
        List<AttributedString> below = pace.map(
                        known -> new Prose(new AttributedString("  " + PaceLine.of(known))).fitting(width - 1))
                .orElse(List.of());
        List<AttributedString> bars = bars(width - 1, Math.max(1, room - heading.size() - below.size()));
        int left = Math.max(0, room - heading.size() - bars.size() - below.size());
        List<AttributedString> lines = new ArrayList<>();
        over.stream()
                .skip(Math.max(0, over.size() - left))
                .map(AttributedString::new)
                .forEach(lines::add);
        heading.stream().map(text -> Ink.STRONG.of(text)).forEach(lines::add);
        lines.addAll(bars);
        lines.addAll(below);
        return lines.stream().limit(room).map(line -> cut(line, width - 1)).toList();
    }

    /**
     * {@code copy files 12 s 160 MB of 300 MB 40.0 MB/s 4 s left}; the sum when there are several, all of known size.
     */
    private String heading() {
        String text = stage + "  " + Figures.shortly(Duration.ofNanos(nanos));
        return tasks.size() < 2
                        || tasks.stream()
                                .anyMatch(task ->
                                        task.total() <= 0 || task.things().isPresent())
                ? text
                : text + "  " + sum().figures();
    }

    private TaskProgress sum() {
        return new TaskProgress(
                "",
                tasks.stream().mapToLong(TaskProgress::done).sum(),
                tasks.stream().mapToLong(TaskProgress::total).sum(),
                Optional.empty(),
                nanos,
                tasks.stream()
                        .filter(task -> !task.finished())
                        .mapToDouble(TaskProgress::rate)
                        .sum(),
                false);
    }

    private List<AttributedString> bars(int columns, int room) {
        if (tasks.size() <= room) {
            return new BarTable(tasks, columns, signs).lines();
        }
        List<TaskProgress> shown = tasks.stream()
                .sorted(Comparator.comparing(TaskProgress::finished))
                .limit(room - 1L)
                .toList();
        long finished = tasks.stream()
                .filter(task -> task.finished() && !shown.contains(task))
                .count();
        List<AttributedString> lines = new ArrayList<>(new BarTable(shown, columns, signs).lines());
        lines.add(new AttributedString("  and " + (tasks.size() - shown.size()) + " more"
                + (finished == 0 ? "" : ", " + finished + " of them finished")));
        return lines;
    }

    private static AttributedString cut(AttributedString line, int columns) {
        return line.columnLength() <= columns ? line : line.columnSubSequence(0, columns);
    }
}
