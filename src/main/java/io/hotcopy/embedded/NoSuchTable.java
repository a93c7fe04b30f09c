package io.hotcopy.embedded;

import io.hotcopy.problem.HotCopyException;
import java.util.List;

/** The error for a table that does not exist. */
final class NoSuchTable {

    private NoSuchTable() {}

    static HotCopyException in(Schema schema, String name) {
        List<String> tables =
                schema.tables().values().stream().map(TableInfo::name).sorted().toList();
        return new HotCopyException(
                "there is no table \"" + name + "\"",
                tables.isEmpty()
                        ? "There is none yet: create table " + name + "."
                        : "The tables are " + String.join(", ", tables) + ".");
    }
}
