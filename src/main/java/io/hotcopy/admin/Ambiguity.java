package io.hotcopy.admin;

import io.hotcopy.problem.HotCopyException;
import io.hotcopy.term.ArchiveId;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What the protocol could not tell apart: it knows archives by their number alone. */
final class Ambiguity {

    /** Words that stand where else the name of a database does. */
    private static final Set<String> WORDS = Set.of("hotCopyStatus", "cancelHotCopy");

    private Ambiguity() {}

    static void requireNone(DomainView domain) {
        Map<ArchiveId, String> owners = new TreeMap<>();
        for (ArchiveView archive : domain.archives()) {
            String other = owners.putIfAbsent(archive.id(), archive.database());
            if (other != null) {
                throw new HotCopyException(
                        "archive " + archive.id() + " is one of database \"" + other + "\" and one of \""
                                + archive.database() + "\", and the service knows archives by their number alone",
                        "Number the archives of all databases of a domain differently.");
            }
        }
        for (String database : domain.databases()) {
            if (WORDS.contains(database)) {
                throw new HotCopyException(
                        "\"" + database + "\" is a word of the administration protocol, and cannot be the name of a"
                                + " database that is served",
                        "Name the database otherwise.");
            }
        }
    }
}
