package io.hotcopy.recovery;

import java.util.HashSet;
import java.util.Set;

/** Adds up what a base needs brought in, each element once an archive, and says when it is dearer than another base. */
final class Bill {

    private final long limit;
    private final Set<Part.Key> counted = new HashSet<>();
    private long bytes;

    /** @param limit what the best base so far needs */
    Bill(long limit) {
        this.limit = limit;
    }

    /** For the next archive: an element that two archives need is read twice. */
    void nextArchive() {
        counted.clear();
    }

    /** Adds an element; false when it is too much. */
    boolean add(Part part) {
        if (counted.add(part.key())) {
            bytes += part.element().size().bytes();
        }
        return bytes <= limit;
    }

    long bytes() {
        return bytes;
    }
}
