package io.hotcopy.verb;

/**
 * What was stopped.
 *
 * @param planned whether this is a dry run
 * @param domain the domain's name
 */
public record StopResult(boolean planned, String domain) implements VerbResult {}
