package io.hotcopy.simulate.reality;

import io.hotcopy.model.BackupPolicy;
import io.hotcopy.model.Database;
import io.hotcopy.model.Declarations;
import io.hotcopy.model.Domain;
import io.hotcopy.simulate.AssumedFailure;
import io.hotcopy.simulate.Failure;
import io.hotcopy.timetable.Occurrence;
import io.hotcopy.timetable.Timetable;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A small domain, a policy for its only database, and one failure; to be played for real and in virtual time.
 *
 * @param seed what it was made of
 * @param directory where its declarations' relative paths start; absolute
 * @param text domain and policy
 * @param declared the same, compiled, without errors
 * @param begin when the policy comes into force: {@code backup POLICY} is run at once, and then at every occurrence
 * @param end the last instant at which anything happens
 * @param failure what goes wrong; its end, where there is one, may lie after {@code end}
 */
record SmallWorld(
        long seed,
        Path directory,
        String text,
        Declarations declared,
        Instant begin,
        Instant end,
        AssumedFailure failure) {

    Domain domain() {
        return declared.domains().get(0);
    }

    Database database() {
        return domain().databases().get(0);
    }

    BackupPolicy policy() {
        return declared.policies().get(0);
    }

    /** When {@code backup POLICY} is run, once each: at the begin, and when any line of the policy occurs. */
    List<Instant> backups() {
        Stream<Instant> occurrences =
                Timetable.of(policy()).between(begin, end).stream().map(Occurrence::at);
        return List.copyOf(
                new TreeSet<>(Stream.concat(Stream.of(begin), occurrences).toList()));
    }

    /** The failure in words, with its span. */
    String failureInWords() {
        Failure what = failure.failure();
        return what.words()
                + failure.from().map(from -> " from " + from).orElse("")
                + failure.to().map(to -> " to " + to).orElse("");
    }

    @Override
    public String toString() {
        return "seed " + seed + ": " + failureInWords() + "; from " + begin + " to " + end + "\n" + text;
    }
}
