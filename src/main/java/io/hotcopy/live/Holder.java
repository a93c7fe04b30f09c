package io.hotcopy.live;

/**
 * Another process that holds a domain.
 *
 * @param pid its number
 * @param version of hotcopy that it runs
 */
public record Holder(long pid, String version) {}
