/**
 * Hostile storage for tests: a directory of the real file system in, the same directory with seeded faults out.
 *
 * <p>Front door: {@link io.hotcopy.faults.FaultyStorage}. Files are real, so that native code can read them too, but
 * only what goes through {@code java.nio} is under its control: RocksDB's own files are taken as given (protocol §8).
 * {@link io.hotcopy.faults.InMemory} is scratch where their syncs cost nothing.
 */
package io.hotcopy.faults;
