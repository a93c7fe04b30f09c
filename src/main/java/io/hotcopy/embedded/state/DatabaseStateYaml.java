package io.hotcopy.embedded.state;

import io.hotcopy.embedded.journal.View;
import io.hotcopy.embedded.sealed.SealedYaml;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.CommitNumber;
import io.hotcopy.term.ElementId;
import io.hotcopy.term.Lineage;
import io.hotcopy.term.SetId;
import io.hotcopy.term.StorageGroupName;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How the state of a database is written down. An id that is not there is an empty text. */
final class DatabaseStateYaml {

    private static final SealedYaml YAML = new SealedYaml("hotcopy-database", 2);

    private DatabaseStateYaml() {}

    /** Puts the state in the file's place; on disk when this returns. */
    static void write(Path file, DatabaseState state) {
        YAML.write(file, StateText.of(state));
    }

    /** @throws io.hotcopy.problem.HotCopyException when it is damaged, not ours or too new; names the file */
    static DatabaseState read(Path file) {
        return YAML.read(file, StateText.class, StateText::meaning);
    }

    private record StateText(
            UUID databaseUuid,
            LineageText lineage,
            boolean established,
            long reservedThrough,
            long runFrom,
            List<ArchiveText> archives,
            List<ViewText> views) {

        static StateText of(DatabaseState state) {
            return new StateText(
                    state.databaseUuid(),
                    LineageText.of(state.lineage()),
                    state.established(),
                    state.reservedThrough().value(),
                    state.runFrom().value(),
                    state.archives().values().stream().map(ArchiveText::of).toList(),
                    state.views().stream().map(ViewText::of).toList());
        }

        DatabaseState meaning() {
            return new DatabaseState(
                    databaseUuid,
                    lineage.meaning(),
                    established,
                    new CommitNumber(reservedThrough),
                    new CommitNumber(runFrom),
                    new TreeMap<>(archives.stream()
                            .map(ArchiveText::meaning)
                            .collect(Collectors.toMap(KnownArchive::id, Function.identity()))),
                    views.stream().map(ViewText::meaning).toList());
        }
    }

    private record LineageText(UUID id, String parent, long fork) {

        static LineageText of(Lineage lineage) {
            return new LineageText(
                    lineage.id(), text(lineage.parent()), lineage.fork().value());
        }

        Lineage meaning() {
            return new Lineage(id, optional(parent), new CommitNumber(fork));
        }
    }

    /**
     * @param completeCut zero when there is no complete set
     * @param journalSuspended empty when journal hot copy is not suspended
     * @param chain what is known of the journal chain's end; a list of one or none
     * @param baseLost empty when it is not
     */
    private record ArchiveText(
            int id,
            UUID uuid,
            List<String> serves,
            String newestSet,
            String completeSet,
            long completeCut,
            String journalSuspended,
            List<ChainText> chain,
            String baseLost,
            boolean syncing) {

        static ArchiveText of(KnownArchive archive) {
            return new ArchiveText(
                    archive.id().value(),
                    archive.uuid(),
                    archive.serves().stream().map(StorageGroupName::value).toList(),
                    text(archive.newestSet().map(SetId::value)),
                    text(archive.completeSet().map(complete -> complete.set().value())),
                    archive.completeSet()
                            .map(complete -> complete.cut().value())
                            .orElse(0L),
                    archive.journalSuspended().orElse(""),
                    archive.chainEnd().map(ChainText::of).stream().toList(),
                    archive.baseLost().orElse(""),
                    archive.syncing());
        }

        KnownArchive meaning() {
            return new KnownArchive(
                    new ArchiveId(id),
                    uuid,
                    serves.stream().map(StorageGroupName::new).collect(Collectors.toCollection(TreeSet::new)),
                    optional(newestSet).map(SetId::new),
                    optional(completeSet).map(set -> new CompleteSet(new SetId(set), new CommitNumber(completeCut))),
                    reason(journalSuspended),
                    chain.stream().findFirst().map(ChainText::meaning),
                    reason(baseLost),
                    syncing);
        }
    }

    private record ChainText(UUID set, UUID element, boolean opening, long through) {

        static ChainText of(ChainEnd end) {
            return new ChainText(
                    end.set().value(),
                    end.element().value(),
                    end.opening(),
                    end.through().value());
        }

        ChainEnd meaning() {
            return new ChainEnd(new SetId(set), new ElementId(element), opening, new CommitNumber(through));
        }
    }

    private record ViewText(long number, UUID id, List<Integer> members, long voidAbove, String time) {

        static ViewText of(View view) {
            return new ViewText(
                    view.number(),
                    view.id(),
                    view.members().stream().map(ArchiveId::value).toList(),
                    view.voidAbove().value(),
                    view.time().toString());
        }

        View meaning() {
            return new View(
                    number,
                    id,
                    members.stream().map(ArchiveId::new).collect(Collectors.toCollection(TreeSet::new)),
                    new CommitNumber(voidAbove),
                    Instant.parse(time));
        }
    }

    private static Optional<String> reason(String text) {
        return Optional.of(text).filter(reason -> !reason.isEmpty());
    }

    private static String text(Optional<UUID> id) {
        return id.map(UUID::toString).orElse("");
    }

    private static Optional<UUID> optional(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(UUID.fromString(text));
    }
}
