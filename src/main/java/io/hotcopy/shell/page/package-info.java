/**
 * What results look like to people: results of verbs in, lines out; one class a verb.
 *
 * <p>Front door: {@link io.hotcopy.shell.page.Pages}.
 */
package io.hotcopy.shell.page;
