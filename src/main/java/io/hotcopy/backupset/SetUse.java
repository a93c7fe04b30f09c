package io.hotcopy.backupset;

import io.hotcopy.problem.HotCopyException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Somebody writes into a set or reads from it, so that nobody deletes it meanwhile: any number at a time, of any
 * threads and processes; or one deletes it, and nobody else does anything. It is a lock on the file {@code lock} in the
 * set, which is made when first needed and holds nothing; it ends with the process at the latest. Where the file cannot
 * be made, since the medium or its owner lets nobody write, readers go on without: then nothing can be deleted either.
 */
public final class SetUse implements AutoCloseable {

    private static final FileAttribute<?> PRIVATE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    /**
     * What this process uses. To close any channel of a file ends the process's lock on it, so each file has one
     * channel here, however many use the set.
     */
    private static final Map<Path, Held> HELD = new HashMap<>();

    /** One lock of this process. */
    private static final class Held {
        private final FileChannel channel;
        private final boolean exclusive;
        private int users = 1;

        private Held(FileChannel channel, boolean exclusive) {
            this.channel = channel;
            this.exclusive = exclusive;
        }
    }

    /** Something that this holds: which lock, and on which file. */
    private record Share(Path file, Held held) {}

    private final List<Share> shares;
    private boolean closed;

    private SetUse(List<Share> shares) {
        this.shares = shares;
    }

    /**
     * Uses a set until it is closed.
     *
     * @throws HotCopyException when it is being deleted, or is none any more
     */
    public static SetUse of(Path set) {
        return of(List.of(set));
    }

    /** The same for several, or for none of them. */
    public static SetUse of(Collection<Path> sets) {
        SetUse use = new SetUse(new ArrayList<>());
        try {
            for (Path set : Set.copyOf(sets)) {
                use.add(set);
            }
            return use;
        } catch (RuntimeException | Error failed) {
            use.close();
            throw failed;
        }
    }

    private void add(Path set) {
        if (Files.exists(set.resolve(SetLayout.SET_FILE), LinkOption.NOFOLLOW_LINKS)) {
            take(set, false).ifPresent(shares::add);
        }
        if (SetRemoval.isBegun(set)) {
            throw SetRemoval.beingDeleted(set);
        }
    }

    /**
     * The right to delete a set: nobody uses it, and nobody begins to until this is closed.
     *
     * @return empty when somebody uses it
     * @throws HotCopyException when that cannot be found out
     */
    public static Optional<SetUse> alone(Path set) {
        return take(set, true).map(share -> new SetUse(List.of(share)));
    }

    /** @return empty when somebody else is in the way, or a reader may not write */
    private static Optional<Share> take(Path set, boolean exclusive) {
        Path file = set.resolve(SetLayout.LOCK);
        try {
            Path real = set.toRealPath().resolve(SetLayout.LOCK);
            synchronized (HELD) {
                Held held = HELD.get(real);
                if (held != null && held.channel.isOpen()) {
                    return share(real, held, set, exclusive);
                }
                return lock(real, set, exclusive);
            }
        } catch (ReadOnlyFileSystemException | AccessDeniedException notOurs) {
            if (exclusive) {
                throw new HotCopyException("cannot delete backup set \"" + set + "\": permission denied", notOurs);
            }
            return Optional.empty();
        } catch (NoSuchFileException gone) {
            throw new HotCopyException("backup set \"" + set + "\" is not there any more", gone);
        } catch (IOException trouble) {
            if (!exclusive && isReadOnly(trouble)) {
                return Optional.empty();
            }
            throw FileTrouble.cannot("lock", file, trouble);
        }
    }

    private static boolean isReadOnly(IOException trouble) {
        return FileTrouble.reason(trouble).contains("read-only");
    }

    private static Optional<Share> share(Path real, Held held, Path set, boolean exclusive) {
        if (exclusive) {
            return Optional.empty();
        }
        if (held.exclusive) {
            throw SetRemoval.beingDeleted(set);
        }
        held.users++;
        return Optional.of(new Share(real, held));
    }

    private static Optional<Share> lock(Path real, Path set, boolean exclusive) throws IOException {
        FileChannel channel = FileChannel.open(
                real, Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE), PRIVATE);
        FileLock lock = null;
        try {
            lock = channel.tryLock(0, Long.MAX_VALUE, !exclusive);
        } catch (OverlappingFileLockException underAnotherName) {
            lock = null; // this process uses the same set by another path
        } finally {
            if (lock == null) {
                channel.close();
            }
        }
        if (lock == null && !exclusive) {
            throw SetRemoval.beingDeleted(set);
        }
        if (lock == null) {
            return Optional.empty();
        }
        Held held = new Held(channel, exclusive);
        HELD.put(real, held);
        return Optional.of(new Share(real, held));
    }

    /** Uses them no more; a second call does nothing. */
    @Override
    public void close() {
        synchronized (HELD) {
            if (closed) {
                return;
            }
            closed = true;
            shares.forEach(SetUse::leave);
        }
    }

    private static void leave(Share share) {
        if (--share.held().users > 0) {
            return;
        }
        HELD.remove(share.file(), share.held());
        try {
            share.held().channel.close();
        } catch (IOException trouble) {
            throw FileTrouble.cannot("unlock", share.file(), trouble);
        }
    }
}
