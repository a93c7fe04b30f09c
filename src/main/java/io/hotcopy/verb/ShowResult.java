package io.hotcopy.verb;

import io.hotcopy.driver.DatabaseFacts;
import io.hotcopy.model.BackupPolicy;
import io.hotcopy.model.Domain;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.DatabaseName;
import io.hotcopy.term.StorageGroupName;
import java.util.List;

/** What is declared, and what is true of it. */
public sealed interface ShowResult extends VerbResult {

    record Domains(List<Domain> domains) implements ShowResult {}

    /**
     * The archives of all databases.
     *
     * @param databases what is true of each
     * @param outages what does not serve of the domain that runs here, and why
     */
    record Archives(List<DatabaseFacts> databases, List<Outage> outages) implements ShowResult {}

    record StorageGroups(List<ServedGroup> groups) implements ShowResult {}

    record Policies(List<BackupPolicy> policies) implements ShowResult {}

    /**
     * A storage group and who serves it.
     *
     * @param database the database it belongs to
     * @param group its name
     * @param archives those that serve it, in order of ids
     * @param running those of them that run now
     */
    record ServedGroup(
            DatabaseName database, StorageGroupName group, List<ArchiveId> archives, List<ArchiveId> running) {}
}
