package io.hotcopy.dsl.words;

import io.hotcopy.model.OnJournalSuspended;
import io.hotcopy.model.OnNoBaseSet;
import io.hotcopy.problem.SourceSpan;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.DatabaseName;
import java.util.List;

/** The words inside {@code policy('…') { }}. */
public interface PolicyWords {

    @Once
    @Required
    @Describe(value = "names the database that the policy protects", example = "protects 'acme/test'")
    void protects(At<DatabaseName> database);

    @Required
    @Describe(
            value = "names archives that are copied together and hold every storage group between them",
            example = "backupGroup 'east', archives: [0, 1]")
    void backupGroup(At<Name> name, @Named("archives") List<At<ArchiveId>> archives);

    @Once
    @Required
    @Describe(value = "takes full hot copies, each a new backup set, when it is asked to", example = "full")
    void full(SourceSpan place);

    @Once
    @Describe(
            value = "takes incremental hot copies, the changes since the one before, into the newest complete set",
            example = "incremental")
    void incremental(SourceSpan place);

    @Once
    @Describe(value = "takes journal hot copies, into the newest set, for restores to any commit", example = "journal")
    void journal(SourceSpan place);

    @Once
    @Describe(
            value = "says what to do without a set to append to: take a full instead, or fail, which is the default",
            example = "onNoBaseSet full")
    void onNoBaseSet(SourceSpan place, At<OnNoBaseSet> action);

    @Once
    @Describe(
            value = "says what to do when a SYNC has suspended journal hot copies: take an incremental first, a full "
                    + "instead, or fail, which is the default",
            example = "onJournalSuspended incremental")
    void onJournalSuspended(SourceSpan place, At<OnJournalSuspended> action);

    @Once
    @Required
    @Describe(
            value = "names the directory of each copy, by a pattern whose path starts at this file's directory",
            example = "directory 'backups/{group}/{database}-{date}T{time}-archive-{archive}'")
    void directory(At<String> pattern);
}
