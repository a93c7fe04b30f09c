package io.hotcopy.admin;

import io.hotcopy.model.Database;
import io.hotcopy.model.Declarations;
import io.hotcopy.model.Domain;
import io.hotcopy.model.StorageManager;
import io.hotcopy.problem.HotCopyException;
import io.hotcopy.term.ArchiveId;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** What can be declared and the vendor's protocol cannot speak of. */
final class ServedLimits {
    /** Words that stand in paths where a database's name could. */
    private static final Set<String> WORDS = Set.of("hotCopyStatus", "cancelHotCopy");

    private ServedLimits() {}

    /** @throws HotCopyException when a domain or policy could not be told from another thing */
    static void require(Declarations declared) {
        if (declared.policy(HotCopyPlan.POLICY).isPresent()) {
            throw new HotCopyException(
                    "a policy is called \"" + HotCopyPlan.POLICY + "\", under which the hot copies that nuocmd asks for"
                            + " are remembered",
                    "Give it another name.");
        }
        declared.domains().forEach(ServedLimits::require);
    }

    private static void require(Domain domain) {
        Map<ArchiveId, String> owners = new HashMap<>();
        for (Database database : domain.databases()) {
            if (WORDS.contains(database.name())) {
                throw new HotCopyException(
                        "a database called \"" + database.name()
                                + "\" cannot be served: that is a word of the protocol",
                        "Give it another name.");
            }
            for (StorageManager manager : database.storageManagers()) {
                String other = owners.putIfAbsent(manager.archive(), database.name());
                if (other != null) {
                    throw new HotCopyException(
                            "databases \"" + other + "\" and \"" + database.name() + "\" both have an archive "
                                    + manager.archive() + ", and nuocmd names archives by their numbers alone",
                            "Number the archives of a domain that is served through all its databases.");
                }
            }
        }
    }
}
