package io.hotcopy.recovery;

import java.util.ArrayList;
import java.util.List;

/** An unbroken cover of one storage group while it is being put together. */
final class Chain {

    /**
     * One element's share in it.
     *
     * @param part the element
     * @param from the commit reached before it
     * @param through the commit reached by it
     */
    record Link(Part part, long from, long through) {}

    private final long target;
    private final Bill bill;
    private final List<Link> links = new ArrayList<>();
    private long reached;
    private boolean tooDear;

    Chain(long start, long target, Bill bill) {
        this.reached = start;
        this.target = target;
        this.bill = bill;
    }

    /** Whether it is worth going on. */
    boolean isShort() {
        return reached < target && !tooDear;
    }

    boolean isComplete() {
        return reached == target;
    }

    /** Whether no cover leads further. */
    boolean isBroken() {
        return reached < target && !tooDear;
    }

    /** Whether an element may be used; if not, the chain goes no further. */
    boolean affords(Span span) {
        tooDear = !bill.add(span.part());
        return !tooDear;
    }

    void take(Span span, long through) {
        links.add(new Link(span.part(), reached, through));
        reached = through;
    }

    long reached() {
        return reached;
    }

    List<Link> links() {
        return links;
    }
}
