/**
 * What a person types: lines in, verbs called, text out. The loop, the way of a line, and completion; commands and the
 * screen have packages of their own below.
 *
 * <p>Front door: {@link io.hotcopy.shell.BackupShell}.
 */
package io.hotcopy.shell;
