package io.hotcopy.progress;

/**
 * Hears what a long job does. Calls may come from several threads at once and must return quickly; a listener never
 * throws and never changes what the job does.
 */
@FunctionalInterface
public interface ProgressListener {

    /** Hears nothing. */
    ProgressListener NONE = event -> {};

    void on(ProgressEvent event);
}
