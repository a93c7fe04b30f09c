package io.hotcopy.embedded;

import io.hotcopy.embedded.commit.CommitPipeline;
import io.hotcopy.embedded.commit.Member;
import io.hotcopy.embedded.commit.Membership;
import io.hotcopy.embedded.journal.View;
import io.hotcopy.embedded.journal.VoidFilter;
import io.hotcopy.embedded.state.DatabaseState;
import io.hotcopy.embedded.state.KnownArchive;
import io.hotcopy.embedded.state.ReservedNumbers;
import io.hotcopy.embedded.state.StateFile;
import io.hotcopy.embedded.store.TableInGroup;
import io.hotcopy.model.StorageManager;
import io.hotcopy.problem.HotCopyException;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.CommitNumber;
import io.hotcopy.term.Fingerprint;
import io.hotcopy.term.StorageGroupName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Brings one database from what lies on disk to serving, in the order of protocol §2: find the archives, judge what was
 * in doubt, redo, compare, write down the new view, tell it to every journal, and only then commit.
 */
final class DatabaseStart {

    private final StartContext context;

    DatabaseStart(StartContext context) {
        this.context = context;
    }

    /** A database that serves, and what its start found. */
    record Started(EmbeddedDatabase database, StartReport report) {}

    Started start() {
        Foundation foundation = Foundation.of(context);
        StateFile file = foundation.file();
        ArchiveInventory inventory = new ArchiveInventory(context, file.state());
        LeaseBook leases = new LeaseBook(file);
        MemberJournals journals = new MemberJournals(new MemberOpening(context, leases));
        try {
            inventory.take();
            Roster roster = new RosterChoice(context, file.state(), inventory).choose();
            redo(roster, file.state());
            SortedMap<TableInGroup, Fingerprint> content = AgreedContent.of(roster.members());
            Schema schema = SchemaRecords.read(roster.members().get(0).store());
            requireDeclaredGroups(schema, file.state());
            DatabaseState state = writeDown(roster, file);
            roster.members().forEach(archive -> journals.open(archive, state));
            journals.tell(state.views());
            EmbeddedDatabase database = serve(roster, file, journals, content, schema, inventory, leases);
            return new Started(database, report(foundation, roster, state, inventory, purge(file)));
        } catch (RuntimeException trouble) {
            journals.abandon();
            inventory.abandon();
            throw trouble;
        }
    }

    /** Brings each store from where its files end to the commit through which the database is whole. */
    private static void redo(Roster roster, DatabaseState state) {
        VoidFilter voids = new VoidFilter(state.views());
        for (FoundArchive archive : roster.members()) {
            JournalRedo redo =
                    new JournalRedo(archive.store(), voids, roster.decision().through());
            archive.evidence().read(archive.store().appliedMark(), redo::take);
            redo.finish();
        }
    }

    private void requireDeclaredGroups(Schema schema, DatabaseState state) {
        if (!schema.equals(Schema.EMPTY)) {
            new ServedBeyond(context).requireGroups(groups(schema, state));
        }
    }

    /** Those of the schema, and those that a stop has kept out of it. */
    private static SortedSet<StorageGroupName> groups(Schema schema, DatabaseState state) {
        SortedSet<StorageGroupName> groups = new TreeSet<>(schema.groups());
        state.archives().values().forEach(archive -> groups.addAll(archive.serves()));
        return groups;
    }

    /** The authority for the next start, before any journal knows. */
    private DatabaseState writeDown(Roster roster, StateFile file) {
        CommitNumber used = roster.members().stream()
                .map(archive -> archive.scan().highestCommit())
                .reduce(roster.decision().through(), CommitNumber::max);
        View view = nextView(roster, file.state());
        DatabaseState state = file.change(before -> {
            DatabaseState next = before.withRunAfter(used).withView(view);
            return roster.fork().isEmpty()
                    ? next
                    : next.withLineage(before.lineage()
                            .forkedAt(roster.fork().get(), context.ids().get()));
        });
        for (FoundArchive archive : roster.members()) {
            if (!archive.identity().lineage().equals(state.lineage())) {
                ArchiveIdentityYaml.write(archive.directory(), Foundation.identity(context, state, archive.known()));
            }
        }
        return state;
    }

    private View nextView(Roster roster, DatabaseState state) {
        SortedSet<ArchiveId> members =
                roster.members().stream().map(FoundArchive::id).collect(Collectors.toCollection(TreeSet::new));
        return new View(
                state.newestView().map(View::number).orElse(0L) + 1,
                context.ids().get(),
                members,
                roster.decision().through(),
                context.environment().clock().instant());
    }

    private EmbeddedDatabase serve(
            Roster roster,
            StateFile file,
            MemberJournals journals,
            SortedMap<TableInGroup, Fingerprint> content,
            Schema schema,
            ArchiveInventory inventory,
            LeaseBook leases) {
        ReservedNumbers numbers = new ReservedNumbers(file);
        List<OpenMember> opened = journals.members();
        List<Member> members = opened.stream().map(OpenMember::member).toList();
        RunningDatabase running = new RunningDatabase(
                context.name(), file, numbers, opened, context.environment().events());
        CommitPipeline pipeline = new CommitPipeline(
                new CommitPipeline.Start(
                        context.name().toString(),
                        new Membership(file.state().newestView().orElseThrow(), members),
                        context.managers().storageGroups(Optional.of(file.state())),
                        roster.decision().through(),
                        content),
                new CommitPipeline.Surroundings(
                        numbers::next,
                        view -> file.change(state -> state.withView(view)),
                        context.ids(),
                        context.environment().clock(),
                        running));
        journals.connect(pipeline);
        running.serve(pipeline);
        members.forEach(member -> member.journal().stable(roster.decision().through()));
        SchemaChanges changes = new SchemaChanges(pipeline, schema);
        try {
            changes.become(declaredInto(schema), Optional.empty());
            changes.forget(gone());
            changes.serve(notYetInSchema(changes.present(), file.state()));
            new ServedBeyond(context).forgetDeclared(file.state(), groups(changes.present(), file.state()));
        } catch (RuntimeException trouble) {
            running.crash();
            throw trouble;
        }
        return EmbeddedDatabase.of(context, running, changes, inventory.absences(), leases);
    }

    /** A new database gets its schema by its first commit. */
    private Schema declaredInto(Schema schema) {
        if (!schema.equals(Schema.EMPTY)) {
            return schema;
        }
        SortedMap<ArchiveId, SortedSet<StorageGroupName>> serving = new TreeMap<>();
        context.managers().all().forEach(manager -> serving.put(manager.archive(), manager.serves()));
        return Schema.created(context.declared().storageGroups(), serving);
    }

    /** Archives that were removed; a stop may have cut that off before the schema knew. */
    private SortedSet<ArchiveId> gone() {
        SortedSet<ArchiveId> gone = new TreeSet<>(context.managers().removed());
        gone.addAll(context.managers().purging().keySet());
        return gone;
    }

    /**
     * What a stop has cut off between the state and the schema, when an archive was given a storage group, or between
     * the file that names it and the schema, when one was added.
     */
    private SortedMap<ArchiveId, SortedSet<StorageGroupName>> notYetInSchema(Schema schema, DatabaseState state) {
        SortedMap<ArchiveId, SortedSet<StorageGroupName>> serving = new TreeMap<>();
        for (StorageManager manager : context.managers().all()) {
            ArchiveId archive = manager.archive();
            Optional<SortedSet<StorageGroupName>> serves = Optional.ofNullable(
                            state.archives().get(archive))
                    .map(KnownArchive::serves)
                    .or(() -> Optional.of(manager.serves())
                            .filter(asAdded -> context.managers().isAdded(archive)));
            serves.filter(its -> !its.equals(schema.serving().get(archive)))
                    .ifPresent(its -> serving.put(archive, its));
        }
        return serving;
    }

    /** Goes on deleting removed archives; gives what could not be deleted, as sentences. */
    private List<String> purge(StateFile file) {
        try {
            Enrolment.finishPurging(context, file);
            return List.of();
        } catch (HotCopyException trouble) {
            return List.of("a removed archive could not be deleted, which the next start will try again: "
                    + trouble.getMessage());
        }
    }

    private StartReport report(
            Foundation foundation,
            Roster roster,
            DatabaseState state,
            ArchiveInventory inventory,
            List<String> notDeleted) {
        List<String> losses = new ArrayList<>(roster.losses());
        losses.addAll(notDeleted);
        return new StartReport(
                context.name(),
                roster.fork().isPresent() ? StartReport.Begun.FORCED : foundation.begun(),
                state.lineage(),
                roster.decision().through(),
                roster.decision().voided(),
                inventory.absences(),
                new TreeMap<>(),
                losses,
                new ServedBeyond(context).sentences(state));
    }
}
