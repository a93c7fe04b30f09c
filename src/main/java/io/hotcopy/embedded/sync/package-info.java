/**
 * SYNC: how a storage manager that was away gets what it has missed. A store and what other storage managers keep in; a
 * store that holds everything through a commit, and the frames it received, out (protocol §5).
 *
 * <p>Front doors: {@link io.hotcopy.embedded.sync.FrameSource}, also of use for incrementals.
 */
package io.hotcopy.embedded.sync;
