/**
 * The only mover: a backup plan and a driver in; sealed backup sets on disk and a run report out, or nothing that looks
 * whole.
 *
 * <p>Front doors: {@link io.hotcopy.engine.HotCopyEngine}, and {@link io.hotcopy.engine.Preflight} for what a dry run
 * checks on disk.
 */
package io.hotcopy.engine;
