package io.hotcopy.simulate;

/**
 * A hot copy that is being taken.
 *
 * @param step what
 * @param copy what it will be when it is published
 * @param doomed whether it will fail instead
 */
record RunningStep(Step step, Published copy, boolean doomed) {

    long begun() {
        return copy.begun();
    }

    /** When it will be published. */
    long ends() {
        return copy.at();
    }

    /** What tells it from every other: a backup group is copied once at a time by one type. */
    boolean is(RunningStep other) {
        return begun() == other.begun() && step.group() == other.step.group() && step.type() == other.step.type();
    }

    /** It matters whether its set is still the one that copies append to. */
    long fingerprint(World world, int first) {
        long hash = (begun() * 31 + ends()) * 2 + (doomed ? 1 : 0);
        hash = hash * 31 + step.group() * 4L + step.type().ordinal();
        return hash * 2 + (copy.set(0) == world.base[first] ? 1 : 0);
    }
}
