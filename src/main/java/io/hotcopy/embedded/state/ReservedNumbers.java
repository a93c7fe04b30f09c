package io.hotcopy.embedded.state;

import io.hotcopy.term.CommitNumber;

/**
 * Commit numbers, reserved in strides in the state file before any of a stride is given out: whatever happens to the
 * journals, no number is given twice. Used under one lock of the caller's.
 */
public final class ReservedNumbers {

    private static final long STRIDE = 100_000;

    private final StateFile file;
    private long last;
    private long reserved;

    /** Continues after the last number reserved so far. */
    public ReservedNumbers(StateFile file) {
        this.file = file;
        this.reserved = file.state().reservedThrough().value();
        this.last = reserved;
    }

    /**
     * The next number.
     *
     * @throws io.hotcopy.problem.HotCopyException when the stride is used up and the next cannot be written down
     */
    public long next() {
        if (last == reserved) {
            long through = reserved + STRIDE;
            file.change(state -> state.withReservedThrough(new CommitNumber(through)));
            reserved = through;
        }
        return ++last;
    }

    /** Gives back what is left of the stride, at a clean stop: the next start continues without a hole. */
    public void giveBack() {
        file.change(state -> state.withReservedThrough(new CommitNumber(last)));
        reserved = last;
    }
}
