package io.hotcopy.embedded;

import io.hotcopy.embedded.state.DatabaseState;
import io.hotcopy.embedded.state.KnownArchive;
import io.hotcopy.embedded.state.StateFile;
import io.hotcopy.model.StorageManager;
import io.hotcopy.problem.HotCopyException;
import io.hotcopy.term.ArchiveId;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Storage managers that a running database gets, and that it loses for good. The file that names them changes in one
 * step, so that a crash leaves one that is there or one that is not; the schema follows, at the next start at the
 * latest. Under the database's {@linkplain RunningDatabase#life lock}.
 */
final class Enrolment {

    private final StartContext context;
    private final RunningDatabase running;
    private final ArchiveStates states;
    private final EmbeddedCopies copies;
    private final SchemaChanges schema;
    private final StorageManagers managers;

    Enrolment(
            StartContext context,
            RunningDatabase running,
            ArchiveStates states,
            EmbeddedCopies copies,
            SchemaChanges schema,
            StorageManagers managers) {
        this.context = context;
        this.running = running;
        this.states = states;
        this.copies = copies;
        this.schema = schema;
        this.managers = managers;
    }

    /** One more, which is stopped. */
    void add(StorageManager manager, Path directory, boolean restored) {
        managers.oneAtATime(() -> {
            requireNew(manager);
            finishPurging(context, running.state());
            NewPlace place = new NewPlace(context, manager, directory);
            place.requireApart();
            DatabaseState state = running.state().state();
            boolean own = place.holdsOwn(state);
            if (restored && !own) {
                place.requireRestored(state, running.pipeline().stable());
            } else if (!own) {
                place.requireEmpty();
            }
            running.state().change(before -> own ? withOwn(before, manager) : before.withoutArchive(manager.archive()));
            context.managers().add(manager, directory);
            states.stopped(manager.archive(), "it was added and has not been started yet");
            schema.serve(new TreeMap<>(Map.of(manager.archive(), manager.serves())));
            return null;
        });
    }

    private void requireNew(StorageManager manager) {
        if (context.managers().find(manager.archive()).isPresent()) {
            throw new HotCopyException(
                    "there is an archive " + manager.archive() + " already", "Choose another number, or remove it.");
        }
        if (context.domain().regionOf(manager.host()).isEmpty()) {
            throw EmbeddedDomain.noHost(context.domain(), manager.host());
        }
        manager.serves().forEach(schema::requireGroup);
    }

    /** It was here before, and comes back with what it had. */
    private static DatabaseState withOwn(DatabaseState state, StorageManager manager) {
        KnownArchive known = state.archives().get(manager.archive());
        if (known.serves().equals(manager.serves())) {
            return state;
        }
        String reason = "it serves other storage groups than before it was removed";
        return state.withArchive(
                known.withServes(manager.serves()).suspended(reason).withoutBase(reason));
    }

    /** One less; it must not run. */
    void remove(ArchiveId archive, boolean purge) {
        managers.oneAtATime(() -> {
            managers.requireStopped(archive);
            if (!copies.runningOn(archive).isEmpty()) {
                throw new HotCopyException(
                        "archive " + archive + " cannot be removed: a hot copy of it has not ended",
                        "Cancel the hot copy, or wait until it has ended.");
            }
            Path place = context.archive(archive);
            boolean delete =
                    purge && PurgedArchive.isThere(place, running.state().state());
            context.managers().remove(archive, delete);
            schema.forget(Set.of(archive));
            running.forget(archive);
            states.forget(archive);
            if (delete) {
                finishPurging(context, running.state());
            } else {
                ArchiveHomeYaml.delete(place);
            }
            return null;
        });
    }

    /** Deletes what is left of removed archives of which nothing is to be left. */
    static void finishPurging(StartContext context, StateFile file) {
        context.managers().purging().forEach((archive, place) -> {
            DatabaseState state = file.change(before -> before.withoutArchive(archive));
            PurgedArchive.delete(place, state);
            context.managers().purged(archive);
        });
    }
}
