package io.hotcopy.verb;

/** What {@code show} can show. */
public enum ShowTopic {
    /** Each domain with its regions, databases and processes. */
    DOMAIN,
    /** Each archive with its state and what it serves. */
    ARCHIVES,
    /** Each storage group with the archives that serve it. */
    STORAGE_GROUPS,
    /** Each policy with what it protects and how. */
    POLICIES
}
