package io.hotcopy.recovery;

import static io.hotcopy.backupset.SampleSets.member;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotcopy.backupset.ElementFacts;
import io.hotcopy.backupset.ElementFacts.CommitTimes;
import io.hotcopy.backupset.ElementFacts.Member;
import io.hotcopy.backupset.SampleSets;
import io.hotcopy.backupset.SetFacts;
import io.hotcopy.term.CommitNumber;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Times against commits: every second of many small histories, in half of which the clock steps. */
class TimeQuestionPropertyTest {
    private static final int HISTORIES = 300;

    private int answered;
    private int stepped;
    private int read;

    /** A full and journals without a hole, and all commits that they hold. */
    private static final class History {
        private final Random random;
        private final boolean steps;
        private final List<CommitTime> commits = new ArrayList<>();
        private SetFacts set;
        private long clock = 100;
        private long lastMark;
        private long number;

        History(long seed) {
            random = new Random(seed * 31 + 7);
            steps = seed % 2 == 1;
            Member member = member(0, 1, "UNPARTITIONED");
            set = SampleSets.identity(Path.of("set"), member, SampleSets.run(1));
            int elements = 2 + random.nextInt(5);
            for (int run = 1; run <= elements; run++) {
                add(run, List.of(member));
            }
        }

        private void add(int run, List<Member> members) {
            long from = number;
            List<Instant> times = new ArrayList<>();
            for (int count = random.nextInt(5); count > 0; count--) {
                number += 1 + random.nextInt(3);
                commits.add(new CommitTime(new CommitNumber(number), tick()));
                times.add(commits.get(commits.size() - 1).time());
            }
            number += random.nextInt(2);
            Instant mark = tick();
            lastMark = Math.max(lastMark, mark.getEpochSecond());
            ElementFacts element = run == 1
                    ? SampleSets.full(set, SampleSets.run(run), members, from, number, 1)
                    : SampleSets.journal(set, SampleSets.run(run), run, members, from, number, 1);
            List<ElementFacts> all = new ArrayList<>(set.elements());
            Optional<Instant> earliest = times.stream().min(Instant::compareTo);
            Optional<Instant> latest = times.stream().max(Instant::compareTo);
            all.add(SampleSets.timed(element, new CommitTimes(earliest, latest, mark)));
            set = SampleSets.holding(set, all.toArray(ElementFacts[]::new));
        }

        private Instant tick() {
            clock += random.nextInt(6);
            clock -= steps && random.nextInt(6) == 0 ? 15 : 0;
            return Instant.ofEpochSecond(clock);
        }

        /** The numbers that divide the commits as the time does. */
        List<Long> meant(Instant time) {
            return LongStream.rangeClosed(0, number)
                    .filter(at -> commits.stream()
                            .allMatch(commit -> commit.commit().value() <= at
                                    == !commit.time().isAfter(time)))
                    .boxed()
                    .toList();
        }

        boolean isKnown(Instant time) {
            boolean begun = commits.stream().anyMatch(commit -> !commit.time().isAfter(time))
                    || set.elements().stream()
                            .anyMatch(element -> !element.times().stableMark().isAfter(time));
            return begun && time.getEpochSecond() <= lastMark;
        }
    }

    @Test
    void answersWithCommitsThatTheTimeMeansOrRefuses() {
        for (long seed = 0; seed < HISTORIES; seed++) {
            History history = new History(seed);
            for (long second = 60; second <= history.clock + 20; second++) {
                require(history, Instant.ofEpochSecond(second), "seed " + seed + ", second " + second);
            }
        }
        assertTrue(answered > 3_000, "only " + answered + " answers");
        assertTrue(stepped > 500, "only " + stepped + " refused for the clock");
        assertTrue(read > 500, "only " + read + " elements read");
    }

    private void require(History history, Instant time, String what) {
        List<Long> meant = history.meant(time);
        try {
            TimeQuestion question = RecoveryPlanner.timeQuestion(List.of(history.set), time);
            CommitNumber answer = question.commitAt(observed(history, question));
            answered++;
            assertTrue(meant.contains(answer.value()), what + ": " + answer + ", meant " + meant);
        } catch (RestoreRefusedException refused) {
            boolean clock = refused.reason() == RestoreRefusedException.Reason.AMBIGUOUS;
            stepped += clock ? 1 : 0;
            assertTrue(history.steps || !history.isKnown(time), what + ": " + refused.getMessage());
            assertFalse(clock && !meant.isEmpty(), what + ": " + refused.getMessage() + ", meant " + meant);
        }
        if (!history.isKnown(time)) {
            assertEquals(Optional.empty(), answer(history, time), what);
        }
    }

    private List<CommitTime> observed(History history, TimeQuestion question) {
        read += question.readings().size();
        return history.commits.stream()
                .filter(commit -> question.readings().stream()
                        .anyMatch(reading -> reading.within().contains(commit.commit())))
                .toList();
    }

    private Optional<CommitNumber> answer(History history, Instant time) {
        try {
            TimeQuestion question = RecoveryPlanner.timeQuestion(List.of(history.set), time);
            return Optional.of(question.commitAt(observed(history, question)));
        } catch (RestoreRefusedException refused) {
            return Optional.empty();
        }
    }
}
