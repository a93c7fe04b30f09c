/**
 * The commands, one picocli class each: words in, one verb called, its result rendered, an exit code out.
 *
 * <p>Front door: {@link io.hotcopy.shell.command.CommandTable}.
 */
package io.hotcopy.shell.command;
