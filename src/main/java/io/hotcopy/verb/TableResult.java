package io.hotcopy.verb;

import io.hotcopy.term.StorageGroupName;
import java.util.List;

/**
 * A table that was made or dropped.
 *
 * @param planned whether this is a dry run
 * @param table its name
 * @param exists whether it is there now, or would be
 * @param partitions how many it has or had; zero in a dry run
 * @param groups the storage groups that hold or held them
 */
public record TableResult(boolean planned, String table, boolean exists, int partitions, List<StorageGroupName> groups)
        implements VerbResult {}
