/**
 * The vendor's administration command {@code nuocmd}: the words of one line in, requests to an administration service,
 * what the vendor's client would print and its exit code out. Only the lines about hot copies and what they need are
 * known; the rest is refused by name.
 *
 * <p>Front door: {@link io.hotcopy.shell.nuocmd.Nuocmd}. People's scripts read the output, so it is the vendor's to the
 * letter: {@code Python…} classes write values as that client's language does.
 */
package io.hotcopy.shell.nuocmd;
