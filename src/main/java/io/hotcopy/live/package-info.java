/**
 * A domain that runs, whoever holds it: what is asked of it in, what it did out; the same for a domain of this process
 * and for one that another process holds.
 *
 * <p>Front doors: {@link io.hotcopy.live.LiveDomain}; {@link io.hotcopy.live.LocalDomain} runs one here, and
 * {@link io.hotcopy.live.Neighbours} finds those of other processes.
 */
package io.hotcopy.live;
