package io.hotcopy.dsl.words;

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
    @Required
    @Describe(
            value = "names the directory of each copy, by a pattern whose path starts at this file's directory",
            example = "directory 'backups/{group}/{database}-{date}T{time}-archive-{archive}'")
    void directory(At<String> pattern);
}
