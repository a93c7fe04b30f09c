package io.hotcopy.embedded.commit;

import java.util.Iterator;
import java.util.Optional;
import java.util.function.Function;

/** Rows with some records replaced, hidden or added. */
public final class OverlaidRows implements Rows {

    private final Rows below;
    private final Iterator<Replacement> replacements;
    private final Function<RowKey, Optional<Replacement>> lookup;
    private boolean begun;
    private boolean belowStands;
    private Replacement waiting;
    /** Whether the present record takes the row below, or the waiting replacement, or both. */
    private boolean takesBelow;

    private boolean takesWaiting;
    /** The present record; {@code null} when it is the row below as it is. */
    private Replacement shown;

    /**
     * @param below closed with this
     * @param replacements those of the range that is read, in the order of keys
     * @param lookup the replacement of one record: of use where replacements appear while the rows are read
     */
    public OverlaidRows(
            Rows below, Iterator<Replacement> replacements, Function<RowKey, Optional<Replacement>> lookup) {
        this.below = below;
        this.replacements = replacements;
        this.lookup = lookup;
    }

    @Override
    public boolean next() {
        boolean found = step();
        while (found && shown != null && shown.value() == null) {
            found = step();
        }
        return found;
    }

    /** Goes to the next key, also to one that is hidden. */
    private boolean step() {
        if (takesBelow || !begun) {
            belowStands = below.next();
        }
        if (takesWaiting || !begun) {
            waiting = replacements.hasNext() ? replacements.next() : null;
        }
        begun = true;
        int order = order();
        takesWaiting = waiting != null && order <= 0;
        takesBelow = belowStands && order >= 0;
        shown = takesWaiting ? waiting : takesBelow ? lookup.apply(below.key()).orElse(null) : null;
        return takesWaiting || takesBelow;
    }

    /** Negative when the waiting replacement comes first, positive when the row below does, zero for one key. */
    private int order() {
        if (!belowStands) {
            return -1;
        }
        return waiting == null ? 1 : waiting.key().compareTo(below.key());
    }

    @Override
    public RowKey key() {
        return shown == null ? below.key() : shown.key();
    }

    @Override
    public byte[] value() {
        return shown == null ? below.value() : shown.value();
    }

    @Override
    public void close() {
        below.close();
    }
}
