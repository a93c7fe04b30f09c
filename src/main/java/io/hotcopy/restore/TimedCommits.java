package io.hotcopy.restore;

import io.hotcopy.backupset.BackupSet;
import io.hotcopy.backupset.SetUse;
import io.hotcopy.problem.HotCopyException;
import io.hotcopy.recovery.CommitTime;
import io.hotcopy.recovery.TimeQuestion;
import io.hotcopy.term.CommitNumber;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Answers which commit a time means, by reading the journals that tell it. Sets are only read. */
public final class TimedCommits {

    private final ArchiveFormats formats;

    public TimedCommits(ArchiveFormats formats) {
        this.formats = formats;
    }

    /**
     * Reads what has to be read, and decides.
     *
     * @throws io.hotcopy.recovery.RestoreRefusedException when the time means no commit that can be restored
     * @throws HotCopyException when an element is damaged or cannot be read
     */
    public CommitNumber commitAt(TimeQuestion question) {
        List<Path> sets = question.readings().stream()
                .map(reading -> reading.set().location())
                .toList();
        try (SetUse use = SetUse.of(sets)) {
            List<CommitTime> observed = new ArrayList<>();
            question.readings().forEach(reading -> observed.addAll(read(reading, question.time())));
            return question.commitAt(observed);
        }
    }

    private List<CommitTime> read(TimeQuestion.Reading reading, Instant time) {
        JournalSource source = BackupSet.open(reading.set().location()).elements().stream()
                .filter(element -> element.facts().equals(reading.element()))
                .findFirst()
                .map(element -> new JournalSource(element.data(), element.facts()))
                .orElseThrow(() -> new HotCopyException(
                        "backup set \"" + reading.set().location() + "\" has changed since it was looked at",
                        "Try again."));
        Turns turns = new Turns(time);
        formats.of(reading.set().kind()).commitTimes(List.of(source), (commit, at) -> {
            if (reading.within().contains(commit)) {
                turns.take(new CommitTime(commit, at));
            }
        });
        return turns.finish();
    }

    /** Of commits in their order, those at which the clock passes a time, and the outermost: no others decide. */
    private static final class Turns {

        private final Instant time;
        private final List<CommitTime> kept = new ArrayList<>();
        private Optional<CommitTime> last = Optional.empty();

        Turns(Instant time) {
            this.time = time;
        }

        void take(CommitTime commit) {
            boolean turn =
                    last.map(before -> isAfter(before) != isAfter(commit)).orElse(true);
            if (turn) {
                last.ifPresent(kept::add);
                kept.add(commit);
            }
            last = Optional.of(commit);
        }

        private boolean isAfter(CommitTime commit) {
            return commit.time().isAfter(time);
        }

        List<CommitTime> finish() {
            last.ifPresent(kept::add);
            return kept.stream().distinct().toList();
        }
    }
}
