package io.hotcopy.simulate;

import java.util.ArrayList;
import java.util.List;

/**
 * Every copy that was published in a playback, in order. One that begins where another was left reads what came before
 * from that one.
 */
final class Log {
    private final Log before;
    private final int shared;
    private final List<Published> own = new ArrayList<>();

    Log() {
        this(null, 0);
    }

    private Log(Log before, int shared) {
        this.before = before;
        this.shared = shared;
    }

    /** One that goes on after the first so many. */
    Log after(int count) {
        return new Log(this, count);
    }

    void add(Published copy) {
        own.add(copy);
    }

    int size() {
        return shared + own.size();
    }

    Published get(int index) {
        return index < shared ? before.get(index) : own.get(index - shared);
    }

    /** The first so many. */
    List<Published> first(int count) {
        List<Published> first = new ArrayList<>();
        for (int index = 0; index < count; index++) {
            first.add(get(index));
        }
        return first;
    }

    /** The first copy published after an instant; {@link #size()} when there is none. */
    int firstAfter(long instant) {
        int low = 0;
        int high = size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (get(middle).at() <= instant) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
