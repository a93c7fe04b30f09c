package io.hotcopy.embedded.changes;

import io.hotcopy.term.StorageGroupName;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Several streams of changes of one storage group as one, in the order of keys: where more than one has a key, the
 * newest has its say, be it a value or a tombstone. Tombstones are shown. Memory: what each of them takes. Used by one
 * thread.
 */
final class ChangesMerge implements ChangeStream {

    private static final Comparator<Input> BY_KEY_THEN_NEWEST = Comparator.comparing(
                    (Input input) -> input.cursor().key(), Arrays::compareUnsigned)
            .thenComparing(Comparator.comparingInt(Input::age).reversed());

    private final List<ChangeStream> all;
    private final PriorityQueue<Input> standing = new PriorityQueue<>(BY_KEY_THEN_NEWEST);
    private Input present;
    private boolean begun;

    /** @param age rises from old to new */
    private record Input(int age, ChangeStream cursor) {}

    /**
     * Takes the cursors over: closing this closes them.
     *
     * @param oldestFirst of one storage group, none of them stepped yet, the oldest first
     */
    ChangesMerge(List<? extends ChangeStream> oldestFirst) {
        all = List.copyOf(oldestFirst);
        List<StorageGroupName> groups =
                all.stream().map(ChangeStream::group).distinct().toList();
        if (groups.size() > 1) {
            throw new IllegalArgumentException("changes of several storage groups: " + groups);
        }
    }

    @Override
    public StorageGroupName group() {
        return all.get(0).group();
    }

    /** Goes to the next key; throws what {@link ChangeCursor#next()} throws. */
    @Override
    public boolean next() {
        if (!begun) {
            begun = true;
            for (int age = 0; age < all.size(); age++) {
                advance(new Input(age, all.get(age)));
            }
        } else if (present != null) {
            pass();
        }
        present = standing.poll();
        return present != null;
    }

    /** Leaves the present key behind, in the newest input and in every older one that has it too. */
    private void pass() {
        while (!standing.isEmpty()
                && Arrays.equals(
                        standing.peek().cursor().key(), present.cursor().key())) {
            advance(standing.poll());
        }
        advance(present);
    }

    private void advance(Input input) {
        if (input.cursor().next()) {
            standing.add(input);
        }
    }

    /** The present record's complete key. */
    @Override
    public byte[] key() {
        return newest().key();
    }

    /** The newest value; {@code null} for a tombstone. */
    @Override
    public byte[] value() {
        return newest().value();
    }

    private ChangeStream newest() {
        if (present == null) {
            throw new IllegalStateException("the merge stands on no record");
        }
        return present.cursor();
    }

    /** Closes all cursors, also when closing one fails. */
    @Override
    public void close() {
        RuntimeException first = null;
        for (ChangeStream cursor : all) {
            try {
                cursor.close();
            } catch (RuntimeException trouble) {
                if (first == null) {
                    first = trouble;
                } else {
                    first.addSuppressed(trouble);
                }
            }
        }
        if (first != null) {
            throw first;
        }
    }
}
