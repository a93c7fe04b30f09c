package io.hotcopy.dsl;

import io.hotcopy.dsl.words.At;
import io.hotcopy.dsl.words.RunWords;
import io.hotcopy.model.RunLine;
import io.hotcopy.model.Schedule;
import io.hotcopy.problem.SourceSpan;
import io.hotcopy.term.HotCopyType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Builds the lines of a policy that take copies. */
final class RunLines implements RunWords {

    private final Draft draft;
    private final String path;
    private final List<RunLine> lines = new ArrayList<>();

    /** @param path of the policy */
    RunLines(Draft draft, String path) {
        this.draft = draft;
        this.path = path;
    }

    /** In the order of the types, whatever the order in the text: a policy is the same with its lines swapped. */
    List<RunLine> build() {
        return lines.stream().sorted(Comparator.comparing(RunLine::type)).toList();
    }

    @Override
    public void full(
            SourceSpan place,
            Optional<At<Schedule.At>> at,
            Optional<At<Duration>> every,
            Optional<At<Schedule.Cron>> cron,
            Optional<At<Boolean>> interleaved) {
        line(HotCopyType.FULL, place, new Times(at, every, cron, interleaved));
    }

    @Override
    public void incremental(
            SourceSpan place,
            Optional<At<Schedule.At>> at,
            Optional<At<Duration>> every,
            Optional<At<Schedule.Cron>> cron,
            Optional<At<Boolean>> interleaved) {
        line(HotCopyType.INCREMENTAL, place, new Times(at, every, cron, interleaved));
    }

    @Override
    public void journal(
            SourceSpan place,
            Optional<At<Schedule.At>> at,
            Optional<At<Duration>> every,
            Optional<At<Schedule.Cron>> cron,
            Optional<At<Boolean>> interleaved) {
        line(HotCopyType.JOURNAL, place, new Times(at, every, cron, interleaved));
    }

    /** When a line runs, as it was given. */
    private record Times(
            Optional<At<Schedule.At>> at,
            Optional<At<Duration>> every,
            Optional<At<Schedule.Cron>> cron,
            Optional<At<Boolean>> interleaved) {

        /** The schedules, by their arguments. */
        Map<String, SourceSpan> spans() {
            Map<String, SourceSpan> spans = new LinkedHashMap<>();
            at.ifPresent(given -> spans.put("at", given.span()));
            every.ifPresent(given -> spans.put("every", given.span()));
            cron.ifPresent(given -> spans.put("cron", given.span()));
            return spans;
        }

        Optional<Schedule> schedule() {
            boolean takesTurns = interleaved.map(At::value).orElse(false);
            return at.<Schedule>map(At::value)
                    .or(() -> every.map(interval -> new Schedule.Every(interval.value(), takesTurns)))
                    .or(() -> cron.map(At::value));
        }
    }

    private void line(HotCopyType type, SourceSpan place, Times times) {
        String own = path + "/" + type.word();
        draft.place(own, place);
        times.spans().forEach((argument, span) -> draft.place(own + "/" + argument, span));
        times.interleaved().ifPresent(given -> draft.place(own + "/interleaved", given.span()));
        boolean isRight = isOne(type, times) & isInterval(type, times) & takesTurnsByInterval(type, times);
        if (!isRight) {
            draft.doubt(own);
        }
        lines.add(isRight ? new RunLine(type, times.schedule()) : RunLine.whenAsked(type));
    }

    private boolean isOne(HotCopyType type, Times times) {
        Map<String, SourceSpan> spans = times.spans();
        if (spans.size() > 1) {
            String given = spans.size() > 2
                    ? "all three"
                    : spans.keySet().stream().map(name -> "`" + name + ":`").collect(Collectors.joining(" and "));
            draft.findings()
                    .error(
                            spans.values().stream()
                                    .max(Comparator.naturalOrder())
                                    .orElseThrow(),
                            "`" + type.word() + "` takes one of `at:`, `every:` and `cron:`, not " + given,
                            "keep one of them");
        }
        return spans.size() <= 1;
    }

    private boolean isInterval(HotCopyType type, Times times) {
        return times.every()
                .map(interval -> draft.isPositive(interval, "`every:` of `" + type.word() + "`", "every: 1.hour"))
                .orElse(true);
    }

    private boolean takesTurnsByInterval(HotCopyType type, Times times) {
        if (times.interleaved().isPresent() && times.every().isEmpty()) {
            draft.findings()
                    .error(
                            times.interleaved().get().span(),
                            "`interleaved:` of `" + type.word() + "` needs `every:`",
                            "backup groups take turns by an interval: every: 1.hour, interleaved: true");
            return false;
        }
        return true;
    }
}
