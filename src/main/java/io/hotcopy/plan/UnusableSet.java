package io.hotcopy.plan;

import io.hotcopy.backupset.SetFacts;
import java.util.Optional;

/**
 * A backup set that lies where sets are looked for, and cannot be appended to because it cannot be read.
 *
 * @param facts what is known of it all the same, without its elements; empty when nothing is
 * @param trouble what is wrong with it, naming the file; a sentence without a full stop
 */
public record UnusableSet(Optional<SetFacts> facts, String trouble) {}
