package io.hotcopy.progress;

import java.util.Optional;

/**
 * One thing that a long job tells. A task is what one bar shows, for example {@code "archive 0"}; its name is unique
 * within the job.
 */
public sealed interface ProgressEvent {

    /** The job entered a stage, named by a verb phrase such as {@code "copy files"}. */
    record StageEntered(String stage) implements ProgressEvent {}

    /**
     * The job left a stage: what the vendor's log line of a stage says.
     *
     * @param stage the name under which it was entered
     * @param nanos how long it took
     * @param bytes how many were moved in it
     * @param commits how many commits the database made meanwhile
     * @param waitedFor whom it waited for, in words; empty for nobody
     */
    record StageLeft(String stage, long nanos, long bytes, long commits, Optional<String> waitedFor)
            implements ProgressEvent {}

    /** A task began; {@code totalBytes} is what it expects to move, 0 when unknown. */
    record TaskStarted(String task, long totalBytes) implements ProgressEvent {}

    /** A task has moved {@code doneBytes} of {@code totalBytes} so far. */
    record TaskAdvanced(String task, long doneBytes, long totalBytes) implements ProgressEvent {}

    /** A task ended well, having moved {@code bytes} in {@code nanos} nanoseconds. */
    record TaskFinished(String task, long bytes, long nanos) implements ProgressEvent {}

    /**
     * A task has looked at {@code done} of {@code total} things so far: what moves no bytes.
     *
     * @param things what they are, in the plural, such as {@code "failures"}
     */
    record TaskCounted(String task, String things, long done, long total) implements ProgressEvent {}

    /**
     * How the job and the database get along, told at most twice a second while bytes are moved.
     *
     * @param commitsPerSecond how many commits the database answers now
     * @param commitsBefore how many it answered a second just before; empty when nobody knows, since hardly any came
     * @param bytesPerSecond what each storage manager is held to; empty when nothing is held back
     */
    record Paced(long commitsPerSecond, Optional<Long> commitsBefore, Optional<Long> bytesPerSecond)
            implements ProgressEvent {}

    /** A sentence worth telling, such as that the throttle is at its floor. */
    record Noted(String text) implements ProgressEvent {}
}
