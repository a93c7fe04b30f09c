package io.hotcopy.engine;

/**
 * One phase of a hot copy.
 *
 * @param name a verb phrase, such as {@code "copy files"}: the stage that people see
 * @param work ends soon after the thread that called it was interrupted, unless it says otherwise
 */
record Phase(String name, Workers.Task work) {}
