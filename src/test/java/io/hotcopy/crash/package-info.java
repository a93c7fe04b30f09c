/**
 * Real processes killed with SIGKILL, and what must be left: a seed in, a verdict over database, archives and backup
 * sets out.
 *
 * <p>Front door: {@link io.hotcopy.crash.KillTest}. The parent survives and keeps the ledger of what the child was
 * answered; what was sent and not answered is the only doubt it allows (protocol §8).
 */
package io.hotcopy.crash;
