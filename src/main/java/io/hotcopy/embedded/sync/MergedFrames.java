package io.hotcopy.embedded.sync;

import io.hotcopy.embedded.journal.CommitFrame;
import io.hotcopy.embedded.journal.Operation;
import io.hotcopy.term.CommitNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The commits of several storage managers, each for other storage groups, as one sequence: joined by number. */
final class MergedFrames {

    private final List<FrameFeed> feeds;

    MergedFrames(List<FrameFeed> feeds) {
        this.feeds = List.copyOf(feeds);
    }

    /** Shows all. */
    void each(Consumer<CommitFrame> each) {
        for (CommitNumber next = least(); next != null; next = least()) {
            each.accept(joined(next));
        }
    }

    private CommitNumber least() {
        CommitNumber least = null;
        for (FrameFeed feed : feeds) {
            CommitFrame frame = feed.peek();
            if (frame != null && (least == null || least.isAfter(frame.number()))) {
                least = frame.number();
            }
        }
        return least;
    }

    private CommitFrame joined(CommitNumber number) {
        CommitFrame first = null;
        List<Operation> operations = new ArrayList<>();
        for (FrameFeed feed : feeds) {
            CommitFrame frame = feed.peek();
            if (frame != null && frame.number().equals(number)) {
                first = first == null ? frame : first;
                operations.addAll(feed.next().operations());
            }
        }
        return FrameFeed.with(first, operations);
    }
}
