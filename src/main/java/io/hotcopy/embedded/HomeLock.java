package io.hotcopy.embedded;

import io.hotcopy.backupset.FileTrouble;
import io.hotcopy.problem.HotCopyException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/** The right of one process, and of one start within it, to a domain's home; ends with the process at the latest. */
final class HomeLock implements AutoCloseable {

    private static final String FILE = "lock";

    /**
     * What this process has locked. To close any channel of a file ends the process's lock on it, so one that is held
     * here must not even be tried. One whose channel was closed, as when its disk has failed, is held no more.
     */
    private static final Map<Path, FileChannel> HELD = new HashMap<>();

    private final Path file;
    private final FileChannel channel;
    private final AtomicBoolean closed = new AtomicBoolean();

    private HomeLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * Takes it.
     *
     * @param home exists
     * @throws HotCopyException when somebody else has it
     */
    static HomeLock take(Path home) {
        return take(
                home,
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }

    /**
     * The same for who only looks: makes nothing where no domain ever ran.
     *
     * @return empty when there is nothing to take
     */
    static Optional<HomeLock> takeIfThere(Path home) {
        return Files.exists(home.resolve(FILE))
                ? Optional.of(take(home, Set.of(StandardOpenOption.WRITE)))
                : Optional.empty();
    }

    /**
     * Whether somebody has it. Who would take it while this looks, for a moment, is refused.
     *
     * @throws HotCopyException when that cannot be found out
     */
    static boolean isTaken(Path home) {
        if (!Files.exists(home.resolve(FILE))) {
            return false;
        }
        Optional<HomeLock> free = tryTake(home, Set.of(StandardOpenOption.WRITE));
        free.ifPresent(HomeLock::close);
        return free.isEmpty();
    }

    private static HomeLock take(Path home, Set<OpenOption> how, FileAttribute<?>... attributes) {
        return tryTake(home, how, attributes).orElseThrow(() -> taken(home));
    }

    /** Empty when somebody has it. */
    private static Optional<HomeLock> tryTake(Path home, Set<OpenOption> how, FileAttribute<?>... attributes) {
        Path file = home.resolve(FILE);
        try {
            Path held = home.toRealPath().resolve(FILE);
            synchronized (HELD) {
                if (Optional.ofNullable(HELD.get(held))
                        .filter(FileChannel::isOpen)
                        .isPresent()) {
                    return Optional.empty();
                }
                Optional<FileChannel> channel = locked(file, how, attributes);
                channel.ifPresent(mine -> HELD.put(held, mine));
                return channel.map(mine -> new HomeLock(held, mine));
            }
        } catch (IOException trouble) {
            throw FileTrouble.cannot("lock", file, trouble);
        }
    }

    /** Empty when another process has it. */
    private static Optional<FileChannel> locked(Path file, Set<OpenOption> how, FileAttribute<?>... attributes)
            throws IOException {
        FileChannel channel = FileChannel.open(file, how, attributes);
        FileLock lock = channel.tryLock();
        if (lock == null) {
            channel.close();
        }
        return Optional.ofNullable(lock).map(mine -> channel);
    }

    private static HotCopyException taken(Path home) {
        return new HotCopyException(
                "the domain in \"" + home + "\" is already open",
                "Only one process may hold a domain: use the one that runs, or stop it first.");
    }

    /** Gives it back; a second call does nothing. */
    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        try {
            channel.close();
        } catch (IOException trouble) {
            throw new HotCopyException("cannot unlock the domain: " + trouble.getMessage(), trouble);
        } finally {
            synchronized (HELD) {
                HELD.remove(file, channel);
            }
        }
    }
}
