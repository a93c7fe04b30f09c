package io.hotcopy.verb;

import io.hotcopy.driver.ArchiveFacts;
import io.hotcopy.driver.DatabaseFacts;
import io.hotcopy.model.Declarations;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.StorageGroupName;
import io.hotcopy.verb.ShowResult.ServedGroup;
import java.util.List;
import java.util.stream.Stream;

/** {@code show}: what is declared, and what is true of it now. */
public final class ShowVerb {
    private final Session session;

    ShowVerb(Session session) {
        this.session = session;
    }

    public ShowResult run(ShowTopic topic) {
        session.refuseSeveral();
        return switch (topic) {
            case DOMAIN -> new ShowResult.Domains(session.declared().domains());
            case ARCHIVES -> new ShowResult.Archives(databases(), Outage.of(session));
            case STORAGE_GROUPS ->
                new ShowResult.StorageGroups(
                        databases().stream().flatMap(ShowVerb::groups).toList());
            case POLICIES -> new ShowResult.Policies(session.declared().policies());
        };
    }

    private List<DatabaseFacts> databases() {
        Declarations declared = session.declared();
        return declared.domains().stream()
                .flatMap(domain -> domain.databases().stream().map(domain::nameOf))
                .map(name -> session.facts(declared, name))
                .toList();
    }

    private static Stream<ServedGroup> groups(DatabaseFacts facts) {
        return facts.storageGroups().stream().map(group -> served(facts, group));
    }

    private static ServedGroup served(DatabaseFacts facts, StorageGroupName group) {
        List<ArchiveFacts> serving = facts.archives().stream()
                .filter(archive -> archive.serves().contains(group))
                .toList();
        List<ArchiveId> running = serving.stream()
                .filter(archive -> archive.state() == ArchiveFacts.State.RUNNING)
                .map(ArchiveFacts::id)
                .toList();
        return new ServedGroup(
                facts.database(), group, serving.stream().map(ArchiveFacts::id).toList(), running);
    }
}
