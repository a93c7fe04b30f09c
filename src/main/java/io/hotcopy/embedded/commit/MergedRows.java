package io.hotcopy.embedded.commit;

import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** Several rows without a common key, as one. */
final class MergedRows implements Rows {

    private final List<Rows> all;
    /** Those that stand on a record; the least key first. */
    private final PriorityQueue<Rows> standing = new PriorityQueue<>(Comparator.comparing(Rows::key));

    private Rows present;
    private boolean begun;

    MergedRows(List<Rows> all) {
        this.all = all;
    }

    @Override
    public boolean next() {
        if (!begun) {
            begun = true;
            all.stream().filter(Rows::next).forEach(standing::add);
        } else if (present.next()) {
            standing.add(present);
        }
        present = standing.poll();
        return present != null;
    }

    @Override
    public RowKey key() {
        return present.key();
    }

    @Override
    public byte[] value() {
        return present.value();
    }

    @Override
    public void close() {
        all.forEach(Rows::close);
    }
}
