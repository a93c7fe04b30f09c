package io.hotcopy.engine;

/**
 * One phase of a hot copy.
 *
 * @param name a verb phrase, such as {@code "copy files"}: the stage that people see
 * @param mayBeRefused whether the database, or a set that it goes into, may still refuse the hot copy in it
 * @param work ends soon after the thread that called it was interrupted, unless it says otherwise
 */
record Phase(String name, boolean mayBeRefused, Workers.Task work) {

    /** One that a hot copy comes to when it has been accepted. */
    Phase(String name, Workers.Task work) {
        this(name, false, work);
    }

    /** One in which it is found out whether the hot copy is accepted. */
    static Phase admission(String name, Workers.Task work) {
        return new Phase(name, true, work);
    }
}
