package io.hotcopy.engine;

import io.hotcopy.plan.HotCopyStep;
import io.hotcopy.progress.ProgressListener;
import io.hotcopy.term.ByteSize;
import io.hotcopy.term.ElementId;
import java.util.Optional;

/**
 * One hot copy that is to be made.
 *
 * @param run its id
 * @param step what is copied, and where to
 * @param maxRate bytes a second for each storage manager; empty for as fast as it goes
 * @param means what it is made with
 * @param progress hears how it goes
 */
record Job(ElementId run, HotCopyStep step, Optional<ByteSize> maxRate, Means means, ProgressListener progress) {}
