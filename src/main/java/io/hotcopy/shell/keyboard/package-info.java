/**
 * Lines from a person at a keyboard: keys in; lines in colours, with hints, a prompt and a history on the terminal, and
 * complete ones out; and Ctrl-C while one of them runs.
 *
 * <p>Front door: {@link io.hotcopy.shell.keyboard.KeyboardLines}.
 */
package io.hotcopy.shell.keyboard;
