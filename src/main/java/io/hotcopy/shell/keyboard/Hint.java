package io.hotcopy.shell.keyboard;

/**
 * What helps a person on at the place where they type.
 *
 * @param what the word, option or place at hand
 * @param text what it is for
 */
record Hint(String what, String text) {}
