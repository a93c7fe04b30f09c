package io.hotcopy.simulate;

/**
 * A hot copy that is being taken.
 *
 * @param step what
 * @param begun when it began
 * @param ends when it will be published
 * @param doomed whether it will fail then
 * @param from as {@link Published} has it
 * @param sets as {@link Published} has it
 * @param bytes as {@link Published} has it
 */
record RunningStep(Step step, long begun, long ends, boolean doomed, long[] from, long[] sets, long[] bytes) {

    /** What tells it from every other: a backup group is copied once at a time by one type. */
    boolean is(RunningStep other) {
        return begun == other.begun && step.group() == other.step.group() && step.type() == other.step.type();
    }

    long fingerprint() {
        return (begun * 31 + ends) * 2 + (doomed ? 1 : 0);
    }

    Published published(long cut) {
        return new Published(step.group(), step.type(), begun, ends, cut, from, sets, bytes);
    }
}
