package io.hotcopy.verb;

import java.util.List;
import java.util.Optional;

/**
 * Which table to make.
 *
 * @param table {@code [DATABASE.]TABLE}
 * @param groups names of the storage groups its partitions are dealt to; none for all that are declared
 * @param partitions how many; empty for one a storage group
 */
public record CreateTableRequest(String table, List<String> groups, Optional<Integer> partitions) {}
