package io.hotcopy.progress;

/**
 * One thing that a long job tells. A task is what one bar shows, for example {@code "archive 0"}; its name is unique
 * within the job.
 */
public sealed interface ProgressEvent {

    /** The job entered a stage, named by a verb phrase such as {@code "copy files"}. */
    record StageEntered(String stage) implements ProgressEvent {}

    /** A task began; {@code totalBytes} is what it expects to move, 0 when unknown. */
    record TaskStarted(String task, long totalBytes) implements ProgressEvent {}

    /** A task has moved {@code doneBytes} of {@code totalBytes} so far. */
    record TaskAdvanced(String task, long doneBytes, long totalBytes) implements ProgressEvent {}

    /** A task ended well, having moved {@code bytes} in {@code nanos} nanoseconds. */
    record TaskFinished(String task, long bytes, long nanos) implements ProgressEvent {}

    /** A sentence worth telling, such as that the throttle is at its floor. */
    record Noted(String text) implements ProgressEvent {}
}
