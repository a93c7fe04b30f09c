package io.hotcopy.faults;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;

/** A file channel whose writes are unsynced until {@link #force} is called. */
final class FaultyChannel extends FileChannel {

    private final FileChannel real;
    private final Path file;
    private final Disk disk;
    private final boolean appending;

    FaultyChannel(FileChannel real, Path file, Disk disk, boolean appending) {
        this.real = real;
        this.file = file;
        this.disk = disk;
        this.appending = appending;
        disk.opened(this);
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        disk.alive();
        return real.read(target);
    }

    @Override
    public long read(ByteBuffer[] targets, int offset, int length) throws IOException {
        disk.alive();
        return real.read(targets, offset, length);
    }

    @Override
    public int read(ByteBuffer target, long position) throws IOException {
        disk.alive();
        return real.read(target, position);
    }

    @Override
    public int write(ByteBuffer source) throws IOException {
        synchronized (disk) {
            return real.write(writing(source, appending ? real.size() : real.position()));
        }
    }

    /** Writes the first buffer that holds something: a gathering write may always do less than it was asked to. */
    @Override
    public long write(ByteBuffer[] sources, int offset, int length) throws IOException {
        for (int index = offset; index < offset + length; index++) {
            if (sources[index].hasRemaining()) {
                return write(sources[index]);
            }
        }
        return 0;
    }

    @Override
    public int write(ByteBuffer source, long position) throws IOException {
        synchronized (disk) {
            return real.write(writing(source, position), position);
        }
    }

    /** Gives as much of the source as there is room for, and takes it from the source. */
    private ByteBuffer writing(ByteBuffer source, long position) throws IOException {
        int length = writing(position, source.remaining());
        ByteBuffer fitting = source.slice(source.position(), length);
        source.position(source.position() + length);
        return fitting;
    }

    private int writing(long position, long length) throws IOException {
        disk.changing(file);
        long fitting = disk.take(file, length);
        disk.overwriting(file, real, position, fitting);
        return Math.toIntExact(fitting);
    }

    @Override
    public FileChannel truncate(long size) throws IOException {
        synchronized (disk) {
            disk.changing(file);
            if (size < real.size()) {
                disk.overwriting(file, real, size, real.size() - size);
            }
            real.truncate(size);
        }
        return this;
    }

    @Override
    public void force(boolean metaData) throws IOException {
        disk.awaitRelease(file);
        synchronized (disk) {
            disk.changing(file);
            disk.synced(file);
        }
    }

    @Override
    public long position() throws IOException {
        return real.position();
    }

    @Override
    public FileChannel position(long newPosition) throws IOException {
        real.position(newPosition);
        return this;
    }

    @Override
    public long size() throws IOException {
        return real.size();
    }

    @Override
    public long transferTo(long position, long count, WritableByteChannel target) throws IOException {
        disk.alive();
        return real.transferTo(position, count, target);
    }

    @Override
    public long transferFrom(ReadableByteChannel source, long position, long count) throws IOException {
        synchronized (disk) {
            return real.transferFrom(source, position, writing(position, count));
        }
    }

    @Override
    public MappedByteBuffer map(MapMode mode, long position, long size) {
        throw new UnsupportedOperationException("a mapping would bypass the faults");
    }

    @Override
    public FileLock lock(long position, long size, boolean shared) throws IOException {
        disk.alive();
        return real.lock(position, size, shared);
    }

    @Override
    public FileLock tryLock(long position, long size, boolean shared) throws IOException {
        disk.alive();
        return real.tryLock(position, size, shared);
    }

    @Override
    protected void implCloseChannel() throws IOException {
        disk.closed(this);
        real.close();
    }
}
