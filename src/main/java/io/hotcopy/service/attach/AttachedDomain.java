package io.hotcopy.service.attach;

import io.hotcopy.driver.DatabaseFacts;
import io.hotcopy.embedded.StartReport;
import io.hotcopy.live.Holder;
import io.hotcopy.live.LiveCopies;
import io.hotcopy.live.LiveDatabase;
import io.hotcopy.live.LiveDomain;
import io.hotcopy.live.LiveWorkload;
import io.hotcopy.model.Declarations;
import io.hotcopy.model.Domain;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A domain that another process holds. Needs no closing. */
final class AttachedDomain implements LiveDomain {
    private final AttachLine line;
    private final AttachedParts parts;
    private final Domain declared;
    private final LiveDomain there;

    /** @param declared as the holder says */
    AttachedDomain(AttachLine line, AttachedParts parts, Domain declared) {
        this.line = line;
        this.parts = parts;
        this.declared = declared;
        this.there = parts.of(LiveDomain.class, "");
    }

    @Override
    public Domain declared() {
        return declared;
    }

    @Override
    public Declarations loaded() {
        return there.loaded();
    }

    @Override
    public List<StartReport> reports() {
        return there.reports();
    }

    @Override
    public DatabaseFacts facts(String database) {
        return there.facts(database);
    }

    @Override
    public LiveDatabase database(String name) {
        LiveDatabase database = parts.of(LiveDatabase.class, name);
        // Asked, since the holder alone knows whether there is one.
        database.name();
        return database;
    }

    @Override
    public LiveCopies copies() {
        return parts.of(LiveCopies.class, "");
    }

    @Override
    public LiveWorkload workload() {
        return parts.of(LiveWorkload.class, "");
    }

    @Override
    public void isolate(Set<String> hosts) {
        there.isolate(hosts);
    }

    @Override
    public Optional<Holder> holder() {
        return Optional.of(line.holder());
    }

    @Override
    public boolean isThere() {
        return line.isThere();
    }

    /** There is nothing to leave: a call that has ended leaves nothing open. */
    @Override
    public void close() {
        // The domain goes on where it runs.
    }
}
