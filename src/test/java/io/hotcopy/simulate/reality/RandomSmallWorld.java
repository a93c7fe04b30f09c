package io.hotcopy.simulate.reality;

import io.hotcopy.dsl.Compilation;
import io.hotcopy.dsl.PolicyCompiler;
import io.hotcopy.model.Database;
import io.hotcopy.model.Declarations;
import io.hotcopy.model.Domain;
import io.hotcopy.plan.Planner;
import io.hotcopy.problem.Problem;
import io.hotcopy.simulate.AssumedFailure;
import io.hotcopy.simulate.Failure;
import io.hotcopy.term.HotCopyType;
import io.hotcopy.timetable.Occurrence;
import io.hotcopy.timetable.Timetable;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** Makes small worlds, each from a seed; only such as {@code check} finds no error in. */
final class RandomSmallWorld {

    private static final int ATTEMPTS = 200;
    private static final Duration LONGEST = Duration.ofDays(6);
    /** The second is the day before the clocks change in Berlin. */
    private static final List<Instant> DAYS = List.of(
            Instant.parse("2026-03-02T00:00:00Z"),
            Instant.parse("2026-03-28T12:00:00Z"),
            Instant.parse("2026-10-24T18:00:00Z"));

    private final long seed;
    private final Path directory;
    private final SplittableRandom random;
    private String refused = "too few occurrences";

    private RandomSmallWorld(long seed, Path directory) {
        this.seed = seed;
        this.directory = directory;
        this.random = new SplittableRandom(seed);
    }

    /** @param directory where its relative paths will start; absolute, nothing is written there */
    static SmallWorld of(long seed, Path directory) {
        return new RandomSmallWorld(seed, directory).make();
    }

    private SmallWorld make() {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            String text = new RandomDomainText(random.split()).text();
            Optional<SmallWorld> world = compiled(text).flatMap(declared -> world(text, declared));
            if (world.isPresent()) {
                return world.get();
            }
        }
        throw new IllegalStateException("seed " + seed + " makes no valid policy: " + refused);
    }

    private Optional<Declarations> compiled(String text) {
        Compilation compiled = new PolicyCompiler(file -> text).compile(List.of(directory.resolve("world.groovy")));
        List<Problem> problems = compiled.hasErrors() ? compiled.problems() : Planner.check(compiled.declarations());
        Optional<Problem> error = problems.stream().filter(Problem::isError).findFirst();
        error.ifPresent(problem -> refused = problem.message() + "\n" + text);
        return error.isEmpty() ? Optional.of(compiled.declarations()) : Optional.empty();
    }

    private Optional<SmallWorld> world(String text, Declarations declared) {
        Instant begin = DAYS.get(random.nextInt(DAYS.size())).plus(Duration.ofMinutes(random.nextInt(24 * 60)));
        List<Instant> occurrences = Timetable.of(declared.policies().get(0)).stream(begin, begin.plus(LONGEST))
                .map(Occurrence::at)
                .distinct()
                .limit(5 + random.nextInt(14))
                .toList();
        if (occurrences.size() < 4) {
            return Optional.empty();
        }
        Instant end = occurrences.get(occurrences.size() - 1);
        AssumedFailure failure = failure(declared.domains().get(0), declared, occurrences);
        return Optional.of(new SmallWorld(seed, directory, text, declared, begin, end, failure));
    }

    private AssumedFailure failure(Domain domain, Declarations declared, List<Instant> occurrences) {
        Database database = domain.databases().get(0);
        int sort = random.nextInt(20);
        if (sort < 3) {
            return new AssumedFailure(new Failure.None(), Optional.empty(), Optional.empty());
        }
        int first = random.nextInt(occurrences.size() - 1);
        Instant from = atOrAfter(occurrences, first);
        if (sort < 7) {
            List<HotCopyType> lines = declared.policies().get(0).runs().stream()
                    .map(line -> line.type())
                    .toList();
            Failure failed = new Failure.RunFailed(lines.get(random.nextInt(lines.size())));
            return new AssumedFailure(failed, Optional.of(from), Optional.empty());
        }
        int last = Math.min(occurrences.size() - 1, first + 1 + random.nextInt(8));
        Instant to = after(occurrences, last);
        if (sort < 14) {
            int managers = database.storageManagers().size();
            Failure down = new Failure.StorageManagerDown(
                    database.storageManagers().get(random.nextInt(managers)).archive());
            return new AssumedFailure(down, Optional.of(from), Optional.of(to));
        }
        Failure lost = new Failure.RegionLost(
                domain.regions().get(random.nextInt(domain.regions().size())).name());
        return new AssumedFailure(lost, Optional.of(from), random.nextInt(3) == 0 ? Optional.empty() : Optional.of(to));
    }

    /** At the very instant of an occurrence, or a while after it. */
    private Instant atOrAfter(List<Instant> occurrences, int index) {
        return random.nextInt(4) == 0 ? occurrences.get(index) : after(occurrences, index);
    }

    /** A while after an occurrence: to catch up takes its time, for real very little. */
    private static Instant after(List<Instant> occurrences, int index) {
        Instant at = occurrences.get(index);
        Duration gap = index + 1 < occurrences.size()
                ? Duration.between(at, occurrences.get(index + 1))
                : Duration.ofMinutes(10);
        return at.plus(gap.multipliedBy(3).dividedBy(4)).truncatedTo(ChronoUnit.SECONDS);
    }
}
