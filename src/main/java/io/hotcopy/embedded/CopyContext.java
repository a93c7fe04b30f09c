package io.hotcopy.embedded;

import java.util.UUID;
import java.util.function.Supplier;

/**
 * What all hot copies of a running database share.
 *
 * @param running the database
 * @param leases moves the leases of its archives
 * @param ids random ids
 */
record CopyContext(RunningDatabase running, LeaseBook leases, Supplier<UUID> ids) {}
