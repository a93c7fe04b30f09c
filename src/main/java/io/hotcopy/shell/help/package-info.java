/**
 * What a person can read about commands, the words of the language and what both have in common: commands as picocli
 * knows them and the vocabulary in, pages out. The same source gives the help of the shell, the reference page, the man
 * page and the completion of bash and zsh, so that none of them says what another does not.
 *
 * <p>Front door: {@link io.hotcopy.shell.help.Manual}.
 */
package io.hotcopy.shell.help;
