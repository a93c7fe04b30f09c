package io.hotcopy.restore;

import io.hotcopy.backupset.ElementFacts;
import java.nio.file.Path;

/**
 * An element whose journal is to be read: a full's or a journal element's.
 *
 * @param data its data directory
 * @param element what its manifest says
 */
public record JournalSource(Path data, ElementFacts element) {}
