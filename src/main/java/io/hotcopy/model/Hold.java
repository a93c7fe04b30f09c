package io.hotcopy.model;

import java.time.Instant;
import java.util.Optional;

/**
 * A backup set, or a collection, that is not to be deleted whatever {@link Retention} says.
 *
 * @param set a SET word: a directory name, or the id of a set or a collection, or the beginning of one
 * @param until from when on it counts no more; empty for ever
 * @param because why, for people
 */
public record Hold(String set, Optional<Instant> until, String because) {}
