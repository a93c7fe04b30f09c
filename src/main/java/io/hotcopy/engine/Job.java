package io.hotcopy.engine;

import io.hotcopy.plan.HotCopyStep;
import io.hotcopy.plan.Pace;
import io.hotcopy.progress.ProgressListener;
import io.hotcopy.term.ElementId;

/**
 * One hot copy that is to be made.
 *
 * @param run its id
 * @param step what is copied, and where to
 * @param pace how fast
 * @param means what it is made with
 * @param progress hears how it goes
 */
record Job(ElementId run, HotCopyStep step, Pace pace, Means means, ProgressListener progress) {}
