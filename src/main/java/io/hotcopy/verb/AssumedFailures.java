package io.hotcopy.verb;

import io.hotcopy.model.BackupPolicy;
import io.hotcopy.model.Declarations;
import io.hotcopy.model.Domain;
import io.hotcopy.problem.HotCopyException;
import io.hotcopy.problem.Problem;
import io.hotcopy.simulate.AssumedFailure;
import io.hotcopy.simulate.Failure;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Reads the failures that are assumed for one policy, by its clock. What is wrong with them is collected, so that all
 * of it is told at once.
 */
final class AssumedFailures {
    private final FailureText failures;
    private final MomentText moments;
    private final ZoneId zone;
    private final Instant from;
    private final Instant through;
    private final Collection<Problem> problems;

    /**
     * @param from the first instant that is looked at
     * @param through the last one
     * @param problems what is wrong is added here
     */
    AssumedFailures(
            Declarations declared, BackupPolicy policy, Instant from, Instant through, Collection<Problem> problems) {
        Domain domain = declared.domain(policy.protects().domain()).orElseThrow();
        this.failures = new FailureText(
                policy, domain, domain.database(policy.protects().database()).orElseThrow());
        this.zone = policy.timeZone();
        this.moments = new MomentText(zone);
        this.from = from;
        this.through = through;
        this.problems = problems;
    }

    /** Those that can be assumed. */
    List<AssumedFailure> read(List<String> texts) {
        return texts.stream().flatMap(text -> read(text).stream()).toList();
    }

    private Optional<AssumedFailure> read(String text) {
        int mark = text.indexOf('@');
        String what = mark < 0 ? text : text.substring(0, mark);
        Optional<Failure> failure = attempt(text, () -> failures.read(what.strip()));
        if (mark < 0) {
            return failure.map(AssumedFailure::of);
        }
        String when = text.substring(mark + 1);
        int dots = when.indexOf("..");
        Optional<Instant> begin = attempt(text, () -> begin(dots < 0 ? when : when.substring(0, dots)));
        Optional<Instant> end = dots < 0 || begin.isEmpty()
                ? Optional.empty()
                : attempt(text, () -> end(when.substring(dots + 2), begin.get(), failure));
        boolean isWhole = begin.isPresent() && (dots < 0 || end.isPresent());
        return isWhole ? failure.map(found -> new AssumedFailure(found, begin, end)) : Optional.empty();
    }

    private Instant begin(String text) {
        Instant begin = moments.read(text, from);
        if (begin.isBefore(from) || begin.isAfter(through)) {
            throw new HotCopyException(
                    "\"" + text + "\" is not among the "
                            + Duration.between(from, through).toDays() + " days looked at, " + byClock(from) + " to "
                            + byClock(through),
                    "--days N looks further ahead.");
        }
        return begin;
    }

    private Instant end(String text, Instant begin, Optional<Failure> failure) {
        if (failure.filter(Failure.RunFailed.class::isInstance).isPresent()) {
            throw new HotCopyException(
                    "a run that fails is over at once, and \"" + text + "\" would be its end",
                    "say only when it begins: run:full@'Sun 01:00'");
        }
        Instant end = moments.read(text, begin.plusSeconds(1));
        if (!end.isAfter(begin)) {
            throw new HotCopyException("its end " + byClock(end) + " is not after its begin " + byClock(begin));
        }
        return end;
    }

    private OffsetDateTime byClock(Instant instant) {
        return instant.atZone(zone).toOffsetDateTime();
    }

    private <T> Optional<T> attempt(String text, Supplier<T> reading) {
        try {
            return Optional.of(reading.get());
        } catch (HotCopyException wrong) {
            problems.add(new Problem(
                    Problem.Severity.ERROR,
                    "failure \"" + text + "\": " + wrong.getMessage(),
                    wrong.hints(),
                    Optional.empty()));
            return Optional.empty();
        }
    }
}
