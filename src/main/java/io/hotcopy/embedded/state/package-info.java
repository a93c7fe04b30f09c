/**
 * What a domain keeps about each database beside the archives: who belongs to it, which views there were, how far
 * commit numbers are used; changes in, one sealed file rewritten whole out.
 *
 * <p>Front door: {@link io.hotcopy.embedded.state.StateFile}.
 */
package io.hotcopy.embedded.state;
