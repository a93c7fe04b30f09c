package io.hotcopy.verb;

import io.hotcopy.embedded.OpenedArchives;
import io.hotcopy.embedded.TableInfo;
import io.hotcopy.problem.HotCopyException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** {@code open}: opens restored archives for reading, beside the running database. */
public final class OpenVerb {
    private final Session session;

    OpenVerb(Session session) {
        this.session = session;
    }

    public OpenResult run(OpenRequest request) {
        String name = request.name();
        if (!name.matches("[A-Za-z][A-Za-z0-9_-]*")) {
            throw new HotCopyException("\"" + name + "\" cannot be a name: letters, digits, - and _ can");
        }
        boolean taken = session.opened().named(name).isPresent()
                || session.planned().isOpened(name)
                || session.running().filter(domain -> domain.hasDatabase(name)).isPresent();
        if (taken) {
            throw new HotCopyException("the name \"" + name + "\" is taken", "--as another one");
        }
        List<Path> directories =
                request.directories().stream().map(session::resolve).toList();
        return session.isDryRun() ? plan(name, directories) : open(name, directories);
    }

    private OpenResult open(String name, List<Path> directories) {
        OpenedArchives archives = OpenedArchives.open(directories);
        session.opened().add(name, archives);
        return new OpenResult(
                false,
                name,
                Optional.of(archives.database()),
                Optional.of(archives.cut()),
                archives.tables().stream().map(TableInfo::name).toList());
    }

    /** A dry run opens nothing: opening leaves a lock file behind. */
    private OpenResult plan(String name, List<Path> directories) {
        directories.stream()
                .filter(directory -> !session.planned().isRestored(directory))
                .forEach(OpenedArchives::archivesIn);
        session.planned().open(name);
        return new OpenResult(true, name, Optional.empty(), Optional.empty(), List.of());
    }
}
