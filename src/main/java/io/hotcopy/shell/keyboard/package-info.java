/**
 * Lines from a person at a keyboard: keys in, complete lines out, and Ctrl-C while one of them runs.
 *
 * <p>Front door: {@link io.hotcopy.shell.keyboard.KeyboardLines}.
 */
package io.hotcopy.shell.keyboard;
