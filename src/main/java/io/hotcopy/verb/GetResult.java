package io.hotcopy.verb;

import java.util.Optional;

/**
 * One record.
 *
 * @param planned whether this is a dry run, which reads nothing
 * @param table as it was asked for
 * @param key as text
 * @param value as text; empty when there is no such record
 */
public record GetResult(boolean planned, String table, String key, Optional<String> value) implements VerbResult {}
