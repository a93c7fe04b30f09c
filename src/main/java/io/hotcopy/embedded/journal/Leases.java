package io.hotcopy.embedded.journal;

import io.hotcopy.problem.HotCopyException;
import io.hotcopy.term.CommitNumber;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The leases on one journal, one an owner, kept in a file: each change is on disk before it is answered. Any thread.
 *
 * <p>A lease put while the journal is being recycled waits for that: what the journal holds after {@link #put}
 * returned, it keeps. Whether that still reaches back to the lease, {@link Journal#reachesBackTo()} tells.
 */
public final class Leases {

    private final Path file;
    private TreeMap<String, Lease> byOwner = new TreeMap<>();

    private Leases(Path file) {
        this.file = file;
    }

    /**
     * @param file where they are kept; a missing one holds none; its directory must exist when a lease is put
     * @throws HotCopyException when the file cannot be read, is damaged, too new or not ours
     */
    public static Leases open(Path file) {
        Leases leases = new Leases(file);
        try {
            for (Lease lease : LeasesYaml.read(file, Files.readAllBytes(file))) {
                leases.byOwner.put(lease.owner(), lease);
            }
        } catch (NoSuchFileException missing) {
            return leases;
        } catch (IOException failure) {
            throw new HotCopyException("cannot read \"" + file + "\": " + failure.getMessage(), failure);
        }
        return leases;
    }

    /**
     * Takes a lease, in place of the owner's earlier one.
     *
     * @throws HotCopyException when it cannot be written; then the earlier one still holds
     */
    public synchronized void put(Lease lease) {
        TreeMap<String, Lease> changed = new TreeMap<>(byOwner);
        changed.put(lease.owner(), lease);
        keep(changed);
    }

    /** Ends an owner's lease; nothing happens when there is none. */
    public synchronized void remove(String owner) {
        TreeMap<String, Lease> changed = new TreeMap<>(byOwner);
        if (changed.remove(owner) != null) {
            keep(changed);
        }
    }

    /** The least number leased. */
    public synchronized Optional<CommitNumber> oldest() {
        return oldestLease().map(Lease::number);
    }

    /** An owner's lease. */
    public synchronized Optional<Lease> of(String owner) {
        return Optional.ofNullable(byOwner.get(owner));
    }

    /** All leases, in order of their owners' names. */
    public synchronized List<Lease> all() {
        return List.copyOf(byOwner.values());
    }

    synchronized Optional<Lease> oldestLease() {
        return byOwner.values().stream().min(Comparator.comparing(Lease::number));
    }

    /** Does something with the least number leased, while nobody can put another lease. */
    public synchronized <T> T holding(Function<Optional<CommitNumber>, T> action) {
        return action.apply(oldest());
    }

    private void keep(TreeMap<String, Lease> changed) {
        try {
            write(LeasesYaml.write(changed.values()));
        } catch (IOException failure) {
            throw new HotCopyException("cannot write \"" + file + "\": " + failure.getMessage(), failure);
        }
        byOwner = changed;
    }

    private void write(byte[] text) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".tmp");
        Files.deleteIfExists(fresh);
        try (FileChannel channel = FileChannel.open(
                fresh,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                JournalFiles.permissions(file, "rw-------"))) {
            ByteBuffer source = ByteBuffer.wrap(text);
            while (source.hasRemaining()) {
                channel.write(source);
            }
            channel.force(true);
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        JournalFiles.syncDirectory(file.toAbsolutePath().getParent());
    }
}
