package io.hotcopy.embedded.commit;

import io.hotcopy.embedded.journal.View;

/** Where a new view is written down first, before any journal has it: the authority at the next start. */
@FunctionalInterface
public interface ViewLog {

    /**
     * Notes the view; it is on disk when this returns.
     *
     * @throws io.hotcopy.problem.HotCopyException when it cannot be written
     */
    void add(View view);
}
