/**
 * Ties the simulator to reality: small worlds at random, each a domain, a policy and a failure, are simulated, and then
 * played with a real embedded domain whose clock is set from instant to instant. What can be restored must be the same.
 *
 * <p>Where both might differ without either being wrong: copies take no time for real and a second each in the
 * simulation, so ranges are compared just before the next thing happens; an archive is flushed before a backup, for a
 * real full also gives states from before it began that were in the journal only; and a storage manager that comes back
 * does so between two backups, for to catch up takes no time for real.
 */
package io.hotcopy.simulate.reality;
