package io.hotcopy.shell.help;

import java.util.function.Supplier;
import picocli.CommandLine;

/**
 * What the manual is told of a command.
 *
 * @param topic under which commands are listed together
 * @param name the word that people type
 * @param summary what it does, without subject or full stop
 * @param isAlone whether it makes sense as the only command of the program; else only in the shell
 * @param picocli makes what reads its line, by {@link CommandPage#prepare} made ready for being read itself; called
 *     when a page needs more than the summary
 */
public record CommandText(String topic, String name, String summary, boolean isAlone, Supplier<CommandLine> picocli) {}
