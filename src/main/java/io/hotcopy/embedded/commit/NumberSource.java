package io.hotcopy.embedded.commit;

/** Gives commit numbers, each once in the life of a database, whatever happens to its journals. */
@FunctionalInterface
public interface NumberSource {

    /**
     * The next number, one more than the last. Called under the commit lock.
     *
     * @throws io.hotcopy.problem.HotCopyException when none can be reserved any more: the disk is full or fails
     */
    long next();
}
