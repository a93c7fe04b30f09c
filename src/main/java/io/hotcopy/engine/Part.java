package io.hotcopy.engine;

import io.hotcopy.driver.ArchiveCopy;
import io.hotcopy.driver.SourceFile;
import io.hotcopy.plan.HotCopyStep;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.HotCopyType;
import io.hotcopy.term.SetId;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What one archive's part in a hot copy works with.
 *
 * @param job the hot copy
 * @param planned where it goes
 * @param set the set it writes into: for a full the one that it will make; empty for a simple copy
 * @param copy begun by the driver
 * @param throttle holds its bytes back
 * @param meter counts them
 */
record Part(
        Job job, HotCopyStep.Member planned, Optional<SetId> set, ArchiveCopy copy, Throttle throttle, Meter meter) {

    ArchiveId archive() {
        return planned.archive();
    }

    Path directory() {
        return planned.directory();
    }

    HotCopyType type() {
        return job.step().type();
    }

    /** The set, of a type that has one. */
    SetId requireSet() {
        return set.orElseThrow(() -> new IllegalStateException("a simple hot copy has no set"));
    }

    /** What so many threads have to do to copy these files. */
    List<Workers.Task> copyTasks(List<SourceFile> files, CopyTarget target, int threads) {
        return new FileCopier(archive(), target, throttle, meter).tasks(files, threads);
    }
}
