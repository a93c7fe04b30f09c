package io.hotcopy.embedded;

import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.ByteSize;
import io.hotcopy.term.CommitNumber;
import io.hotcopy.term.DatabaseName;

/** One thing that happened in a running domain without being asked for. */
public sealed interface DomainEvent {

    DatabaseName database();

    /** What happened, as a sentence for people. */
    String text();

    /** A storage manager failed and serves no more; the database goes on without it. */
    record StorageManagerLeft(DatabaseName database, ArchiveId archive, String reason) implements DomainEvent {
        @Override
        public String text() {
            return "archive " + archive + " of " + database + " has left the view: " + reason;
        }
    }

    /** A storage manager was stopped in good order; the database goes on without it. */
    record StorageManagerStopped(DatabaseName database, ArchiveId archive) implements DomainEvent {
        @Override
        public String text() {
            return "archive " + archive + " of " + database + " was stopped";
        }
    }

    /** A storage manager has SYNCed and serves. */
    record StorageManagerJoined(DatabaseName database, SyncReport report) implements DomainEvent {
        @Override
        public String text() {
            return "archive " + report.archive() + " of " + database + " is RUNNING after a SYNC of " + report.bytes()
                    + " by " + (report.byFiles() ? "files" : "frames") + ", from commit " + report.from() + " to "
                    + report.joined();
        }
    }

    /** A database cannot go on. */
    record DatabaseStopped(DatabaseName database, String reason) implements DomainEvent {
        @Override
        public String text() {
            return database + " has stopped: " + reason;
        }
    }

    /** A journal takes 80 % of its quota or more: what leases it should be copied soon. */
    record JournalFilling(DatabaseName database, ArchiveId archive, ByteSize used, ByteSize quota)
            implements DomainEvent {
        @Override
        public String text() {
            return "the journal of archive " + archive + " of " + database + " takes " + used + " of its quota of "
                    + quota;
        }
    }

    /** A journal reached its quota and its oldest lease was dropped: its owner finds a hole. */
    record LeaseDropped(DatabaseName database, ArchiveId archive, String owner, CommitNumber number)
            implements DomainEvent {
        @Override
        public String text() {
            return "the journal of archive " + archive + " of " + database
                    + " has reached its quota: what \"" + owner + "\" had leased after commit " + number
                    + " is kept no longer";
        }
    }
}
