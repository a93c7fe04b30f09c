package io.hotcopy.faults;

import com.sun.nio.file.ExtendedOpenOption;
import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessMode;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.spi.FileSystemProvider;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Every file operation: told to the {@link Disk} first, then done for real. */
final class FaultyProvider extends FileSystemProvider {

    private final FaultyFileSystem fileSystem;
    private final FileSystemProvider real;
    private final Disk disk;

    FaultyProvider(FaultyFileSystem fileSystem, FileSystemProvider real, Disk disk) {
        this.fileSystem = fileSystem;
        this.real = real;
        this.disk = disk;
    }

    @Override
    public String getScheme() {
        return "faulty";
    }

    @Override
    public FileSystem newFileSystem(URI uri, Map<String, ?> env) {
        throw new UnsupportedOperationException("made by FaultyStorage");
    }

    @Override
    public FileSystem getFileSystem(URI uri) {
        return fileSystem;
    }

    @Override
    public Path getPath(URI uri) {
        return fileSystem.wrap(real.getPath(uri));
    }

    @Override
    public FileChannel newFileChannel(Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
            throws IOException {
        Path file = FaultyPath.real(path);
        boolean creates =
                options.contains(StandardOpenOption.CREATE) || options.contains(StandardOpenOption.CREATE_NEW);
        synchronized (disk) {
            disk.alive();
            boolean isNew = creates && Files.notExists(file);
            if (isNew) {
                disk.changing(file);
            } else if (options.contains(StandardOpenOption.TRUNCATE_EXISTING)) {
                truncating(file);
            }
            FileChannel channel = real.newFileChannel(file, cached(options), attributes);
            if (isNew) {
                disk.created(file);
            }
            return new FaultyChannel(channel, file, disk, options.contains(StandardOpenOption.APPEND));
        }
    }

    /** Past the cache or not is the same here: a write may be cut anywhere, and is unsynced either way. */
    private static Set<OpenOption> cached(Set<? extends OpenOption> options) {
        Set<OpenOption> cached = new HashSet<>(options);
        cached.remove(ExtendedOpenOption.DIRECT);
        return cached;
    }

    @Override
    public SeekableByteChannel newByteChannel(
            Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes) throws IOException {
        return newFileChannel(path, options, attributes);
    }

    @Override
    public DirectoryStream<Path> newDirectoryStream(Path dir, DirectoryStream.Filter<? super Path> filter)
            throws IOException {
        disk.alive();
        DirectoryStream<Path> found =
                real.newDirectoryStream(FaultyPath.real(dir), path -> filter.accept(fileSystem.wrap(path)));
        return new DirectoryStream<>() {
            @Override
            public Iterator<Path> iterator() {
                Iterator<Path> paths = found.iterator();
                return new Iterator<>() {
                    @Override
                    public boolean hasNext() {
                        return paths.hasNext();
                    }

                    @Override
                    public Path next() {
                        return fileSystem.wrap(paths.next());
                    }
                };
            }

            @Override
            public void close() throws IOException {
                found.close();
            }
        };
    }

    @Override
    public void createDirectory(Path dir, FileAttribute<?>... attributes) throws IOException {
        Path directory = FaultyPath.real(dir);
        synchronized (disk) {
            disk.changing(directory);
            real.createDirectory(directory, attributes);
            disk.created(directory);
        }
    }

    @Override
    public void delete(Path path) throws IOException {
        Path file = FaultyPath.real(path);
        synchronized (disk) {
            disk.changing(file);
            Path aside = disk.deleting(file);
            real.delete(file);
            disk.deleted(file, aside);
        }
    }

    @Override
    public void copy(Path source, Path target, CopyOption... options) {
        throw new UnsupportedOperationException("copying goes through channels, where bytes are checked");
    }

    @Override
    public void move(Path source, Path target, CopyOption... options) throws IOException {
        Path from = FaultyPath.real(source);
        Path to = FaultyPath.real(target);
        synchronized (disk) {
            disk.changing(to);
            Optional<Path> replaced = Files.isRegularFile(to) ? Optional.of(disk.deleting(to)) : Optional.empty();
            real.move(from, to, options);
            disk.renamed(from, to, replaced);
        }
    }

    @Override
    public boolean isSameFile(Path path, Path path2) throws IOException {
        return real.isSameFile(FaultyPath.real(path), FaultyPath.real(path2));
    }

    @Override
    public boolean isHidden(Path path) throws IOException {
        return real.isHidden(FaultyPath.real(path));
    }

    @Override
    public FileStore getFileStore(Path path) throws IOException {
        disk.asked(FaultyPath.real(path));
        return real.getFileStore(FaultyPath.real(path));
    }

    @Override
    public void checkAccess(Path path, AccessMode... modes) throws IOException {
        disk.alive();
        real.checkAccess(FaultyPath.real(path), modes);
    }

    @Override
    public <V extends FileAttributeView> V getFileAttributeView(Path path, Class<V> type, LinkOption... options) {
        return real.getFileAttributeView(FaultyPath.real(path), type, options);
    }

    @Override
    public <A extends BasicFileAttributes> A readAttributes(Path path, Class<A> type, LinkOption... options)
            throws IOException {
        disk.alive();
        return real.readAttributes(FaultyPath.real(path), type, options);
    }

    @Override
    public Map<String, Object> readAttributes(Path path, String attributes, LinkOption... options) throws IOException {
        disk.alive();
        return real.readAttributes(FaultyPath.real(path), attributes, options);
    }

    @Override
    public void setAttribute(Path path, String attribute, Object value, LinkOption... options) throws IOException {
        disk.alive();
        real.setAttribute(FaultyPath.real(path), attribute, value, options);
    }

    private void truncating(Path file) throws IOException {
        disk.changing(file);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            disk.overwriting(file, channel, 0, channel.size());
        }
    }
}
