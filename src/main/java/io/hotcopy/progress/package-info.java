/**
 * What a long job tells while it works: events in, whatever a listener makes of them out (a bar, a line, nothing).
 *
 * <p>Front door: {@link io.hotcopy.progress.ProgressListener}. Nothing of ours is imported.
 */
package io.hotcopy.progress;
