package io.hotcopy.retention;

/**
 * Why a collection stays, or may go.
 *
 * @param kind which rule says so
 * @param words the same for people, the end of the sentence "it stays: …"
 */
public record Reason(Kind kind, String words) {

    /** The rules, in the order in which they are told. */
    public enum Kind {
        /** A hold of a policy. */
        HELD,
        /** Somebody writes into it or reads from it. */
        IN_USE,
        /** It cannot be told what it is. */
        UNREADABLE,
        /** The newest run of its backup group has failed. */
        FAILED_RUN,
        /** A policy that protects the database says nothing of retention. */
        NO_RETENTION,
        /** It holds what must stay restorable. */
        IN_WINDOW,
        /** Restores of what must stay begin with it. */
        BASE_OF_WINDOW,
        /** What was copied into it carries older sets, or was copied of another backup group, but is needed. */
        COVER,
        /** One of the newest complete ones. */
        MINIMUM,
        /** The last complete one of a day. */
        DAILY,
        /** The last complete one of a week. */
        WEEKLY,
        /** The last complete one of a month. */
        MONTHLY,
        /** Of a backup group that is declared no more, while those that are have not enough yet. */
        FORMER_GROUP,
        /** Nothing needs it. */
        NOT_NEEDED
    }
}
