package io.hotcopy.embedded.commit;

/** Rows that are looked at once more before each is shown. */
final class CheckedRows implements Rows {

    private final Rows rows;
    private final Runnable check;

    /** @param check throws when what was read cannot be relied on */
    CheckedRows(Rows rows, Runnable check) {
        this.rows = rows;
        this.check = check;
    }

    @Override
    public boolean next() {
        boolean found = rows.next();
        check.run();
        return found;
    }

    @Override
    public RowKey key() {
        return rows.key();
    }

    @Override
    public byte[] value() {
        return rows.value();
    }

    @Override
    public void close() {
        rows.close();
    }
}
