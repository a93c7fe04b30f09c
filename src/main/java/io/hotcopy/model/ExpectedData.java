package io.hotcopy.model;

import io.hotcopy.term.ByteSize;
import io.hotcopy.term.StorageGroupName;
import java.util.Optional;

/**
 * How much data a person expects, for plans that are made without a running domain.
 *
 * @param storageGroup of which it is told; empty for the whole database, spread evenly over its storage groups
 * @param size bytes of data
 * @param changesPerDay bytes of records that change in a day: what incremental hot copies of a day take together
 * @param journalPerDay bytes of journal that are written in a day on each storage manager that serves it
 */
public record ExpectedData(
        Optional<StorageGroupName> storageGroup, ByteSize size, ByteSize changesPerDay, ByteSize journalPerDay) {}
