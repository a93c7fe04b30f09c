/**
 * Command line → exit code: the only place where the rooms are wired together.
 *
 * <p>Front door: {@link io.hotcopy.app.Main}.
 */
package io.hotcopy.app;
