/**
 * What journals and stores tell after a stop: evidence in; which archives are damaged, and through which commit the
 * database is whole, out (protocol §2).
 *
 * <p>Front door: {@link io.hotcopy.embedded.start.InDoubt}.
 */
package io.hotcopy.embedded.start;
