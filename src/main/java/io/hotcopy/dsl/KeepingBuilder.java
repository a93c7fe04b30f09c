package io.hotcopy.dsl;

import io.hotcopy.dsl.words.At;
import io.hotcopy.dsl.words.KeepingWords;
import io.hotcopy.dsl.words.Until;
import io.hotcopy.model.Hold;
import io.hotcopy.model.Retention;
import io.hotcopy.problem.SourceSpan;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Builds what a policy keeps. */
final class KeepingBuilder implements KeepingWords {

    private static final int LEAST_COLLECTIONS = 1;

    private final Draft draft;
    private final String path;
    /** Each waits for the time zone, which may be said later. */
    private final List<Function<ZoneId, Hold>> holds = new ArrayList<>();

    private Optional<Retention> retention = Optional.empty();

    /** @param path of the policy */
    KeepingBuilder(Draft draft, String path) {
        this.draft = draft;
        this.path = path;
    }

    Optional<Retention> retention() {
        return retention;
    }

    /** @param zone whose days the policy means */
    List<Hold> holds(ZoneId zone) {
        return holds.stream().map(hold -> hold.apply(zone)).toList();
    }

    @Override
    public void retain(
            SourceSpan place,
            Optional<At<Duration>> recoveryWindow,
            Optional<At<Integer>> minimum,
            Optional<At<Integer>> daily,
            Optional<At<Integer>> weekly,
            Optional<At<Integer>> monthly) {
        draft.place(path + "/retain", place);
        recoveryWindow.ifPresent(window -> {
            draft.place(path + "/retain/recoveryWindow", window.span());
            draft.isPositive(window, "`recoveryWindow:` of `retain`", "recoveryWindow: 14.days");
        });
        if (Stream.of(recoveryWindow, minimum, daily, weekly, monthly).allMatch(Optional::isEmpty)) {
            draft.findings()
                    .error(
                            place,
                            "`retain` does not say what is kept",
                            "for example: retain recoveryWindow: 14.days, minimum: 2");
        }
        retention = Optional.of(new Retention(
                recoveryWindow.map(At::value),
                minimum.map(At::value).orElse(LEAST_COLLECTIONS),
                daily.map(At::value).orElse(0),
                weekly.map(At::value).orElse(0),
                monthly.map(At::value).orElse(0)));
    }

    @Override
    public void hold(At<String> set, Optional<At<Until>> until, At<String> because) {
        if (draft.declare(path + "/hold/" + set, set.span(), "set '" + set + "' is held twice")) {
            holds.add(zone -> new Hold(set.value(), until.map(end -> end.value().in(zone)), because.value()));
        }
    }
}
