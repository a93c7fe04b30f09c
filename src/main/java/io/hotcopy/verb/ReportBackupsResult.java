package io.hotcopy.verb;

import io.hotcopy.backupset.SetFacts;

/**
 * What one set holds.
 *
 * @param set the set with its elements
 */
public record ReportBackupsResult(SetFacts set) implements VerbResult {}
