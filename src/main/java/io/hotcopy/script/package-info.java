/**
 * Groovy over the verbs: a script, or a line typed into the shell, in; what its verbs did, and an exit code or value
 * out. A script is a program and may do whatever a program may.
 *
 * <p>Front doors: {@link io.hotcopy.script.ScriptRunner} for scripts, {@link io.hotcopy.script.GroovyLines} for lines.
 */
package io.hotcopy.script;
