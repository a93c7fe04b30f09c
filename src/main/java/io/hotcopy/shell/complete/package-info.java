/**
 * What may be typed next: a line and a cursor in, offers with their texts out. Asks no other process, opens no
 * database, and reads of the disk nothing but the directory of a path that is being typed and, behind {@code FILE#},
 * that file.
 *
 * <p>Front door: {@link io.hotcopy.shell.complete.LineCompleter}.
 */
package io.hotcopy.shell.complete;
