/**
 * What a line is: text in; a command in words, a declaration, or Groovy out. Knows nothing of where lines come from or
 * what runs them.
 *
 * <p>Front door: {@link io.hotcopy.shell.line.LineRouter}.
 */
package io.hotcopy.shell.line;
