package io.hotcopy.verb;

/** Asked once, after everything has been decided and before anything is done. */
@FunctionalInterface
public interface Confirmation {

    /** Shows the preview to whoever decides; {@code false} means that nothing is done. */
    boolean agrees(VerbResult preview);
}
