package io.hotcopy.embedded.commit;

import io.hotcopy.problem.HotCopyException;
import io.hotcopy.term.ArchiveId;

/** What the pipeline tells its database. Called on its own threads; calls must return quickly. */
public interface PipelineListener {

    /** A storage manager has failed and is in the view no more. */
    void left(ArchiveId archive, HotCopyException cause);

    /** The database cannot go on. */
    void mustStop(HotCopyException cause);
}
