package io.hotcopy.plan;

import io.hotcopy.model.BackupGroup;
import io.hotcopy.model.BackupPolicy;
import io.hotcopy.term.ByteSize;
import io.hotcopy.term.HotCopyType;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;

/** What the hot copies of one backup group took, as the run ledger tells: of the last good ones that in the middle. */
public final class PastCopies {
    /** Of so many runs the one in the middle counts, so that a strange one does not. */
    private static final int LAST = 5;

    private final List<PastRun> good;

    /** @param ofGroup what the ledger knows of this group alone */
    PastCopies(List<PastRun> ofGroup) {
        this.good = ofGroup.stream()
                .filter(PastRun::succeeded)
                .sorted(Comparator.comparing(PastRun::ended).reversed())
                .toList();
    }

    /** @param past runs of any policy, in the order in which they were entered */
    public static PastCopies of(BackupPolicy policy, BackupGroup group, List<PastRun> past) {
        return new PastCopies(new PastRuns(past).of(policy, group));
    }

    /** Bytes of all archives of the group together; empty when none is known to have copied any. */
    public Optional<ByteSize> bytes(HotCopyType type) {
        return median(type, run -> run.bytes().bytes())
                .filter(bytes -> bytes > 0)
                .map(ByteSize::new);
    }

    /** How long one takes; empty when there was none. */
    public Optional<Duration> time(HotCopyType type) {
        return median(type, run -> run.took().toMillis()).map(Duration::ofMillis);
    }

    private Optional<Long> median(HotCopyType type, ToLongFunction<PastRun> number) {
        List<Long> sorted = good.stream()
                .filter(run -> run.type() == type)
                .limit(LAST)
                .map(number::applyAsLong)
                .sorted(Comparator.naturalOrder())
                .toList();
        return sorted.isEmpty() ? Optional.empty() : Optional.of(sorted.get(sorted.size() / 2));
    }
}
