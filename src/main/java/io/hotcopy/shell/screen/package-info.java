/**
 * What a person sees: lines, tables, problems and progress in; text on a terminal or in a pipe out. The only place that
 * knows of colours, widths and moving bars.
 *
 * <p>Front door: {@link io.hotcopy.shell.screen.Screen}.
 */
package io.hotcopy.shell.screen;
