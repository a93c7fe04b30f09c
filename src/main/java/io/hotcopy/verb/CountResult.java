package io.hotcopy.verb;

/**
 * How many records there are.
 *
 * @param planned whether this is a dry run, which reads nothing
 * @param table as it was asked for
 * @param records counted one by one; zero in a dry run
 */
public record CountResult(boolean planned, String table, long records) implements VerbResult {}
