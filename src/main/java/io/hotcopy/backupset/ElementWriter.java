package io.hotcopy.backupset;

import io.hotcopy.problem.HotCopyException;
import io.hotcopy.term.ElementId;
import io.hotcopy.term.HotCopyType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Builds one element in {@code tmp/<element>}: files, then the seal, then publication. A coordinated run seals all its
 * members before it publishes any. {@link #create} may be called by several threads; the rest by one.
 *
 * <p>Until {@link #publish} returns, the element does not exist for any reader; after it, it is complete for ever.
 */
public final class ElementWriter {

    private enum State {
        BUILDING,
        SEALED,
        PUBLISHED,
        ABANDONED
    }

    private final SetFacts set;
    private final ElementId run;
    private final HotCopyType type;
    private final String directoryName;
    private final Path building;
    private final Path data;
    private final Set<String> begun = new HashSet<>();
    private final List<DataFile> finished = new ArrayList<>();
    private State state = State.BUILDING;

    private ElementWriter(SetFacts set, ElementId run, HotCopyType type, String directoryName) {
        this.set = set;
        this.run = run;
        this.type = type;
        this.directoryName = directoryName;
        this.building = set.location().resolve(SetLayout.TMP).resolve(directoryName);
        this.data = building.resolve(SetLayout.DATA);
    }

    static ElementWriter begin(SetFacts set, ElementId run, HotCopyType type, String directoryName) throws IOException {
        ElementWriter writer = new ElementWriter(set, run, type, directoryName);
        SyncedFiles.createDirectory(writer.building);
        SyncedFiles.createDirectory(writer.building.resolve(SetLayout.CONTROL));
        SyncedFiles.createDirectory(writer.data);
        return writer;
    }

    /** The run it belongs to. */
    public ElementId run() {
        return run;
    }

    public HotCopyType type() {
        return type;
    }

    /** The set it will be published in. */
    public SetFacts set() {
        return set;
    }

    /** The name it will have in the set, for {@link ElementFacts#directory()}: {@code "full"}, {@code "1.inc"}. */
    public String directoryName() {
        return directoryName;
    }

    /** Bytes of all finished files, for {@link ElementFacts#size()}. */
    public synchronized long finishedBytes() {
        return finished.stream().mapToLong(DataFile::size).sum();
    }

    /**
     * Creates a file of the element.
     *
     * @param name path relative to {@code data}, with {@code /} as separator; each only once
     * @throws HotCopyException when it cannot be created
     */
    public synchronized ElementFileWriter create(String name) {
        require(State.BUILDING);
        Path file = RelativeName.resolve(data, name);
        if (!begun.add(name)) {
            throw new IllegalStateException("file \"" + name + "\" was already begun in this element");
        }
        try {
            SyncedFiles.createDirectories(data, file.getParent());
            return new ElementFileWriter(name, file, UncachedFile.create(file), this::finished);
        } catch (IOException trouble) {
            throw FileTrouble.cannot("create", file, trouble);
        }
    }

    /**
     * Syncs all that was written, and writes the manifest last. The element still lies in {@code tmp/}.
     *
     * @param facts must agree with what was written here and with the set
     * @throws HotCopyException when the disk fails
     */
    public synchronized void seal(ElementFacts facts) {
        require(State.BUILDING);
        if (finished.size() != begun.size()) {
            throw new IllegalStateException("sealed while files are being written: " + unfinished());
        }
        finished.sort(Comparator.comparing(DataFile::name));
        SealCheck.require(facts, this);
        Path manifest = building.resolve(SetLayout.CONTROL).resolve(SetLayout.MANIFEST);
        try {
            SyncedFiles.syncDirectoryTree(data);
            SyncedFiles.writeFile(manifest, ManifestYaml.write(facts, finished, ToolVersion.current()));
            SyncedFiles.syncDirectory(manifest.getParent());
            SyncedFiles.syncDirectory(building);
            SyncedFiles.syncDirectory(building.getParent());
        } catch (IOException trouble) {
            throw FileTrouble.cannot("seal", building, trouble);
        }
        state = State.SEALED;
    }

    /**
     * Renames the sealed element into place and syncs its parents. When this throws, readers may or may not see it;
     * what they see is complete.
     *
     * @throws HotCopyException when the disk fails
     */
    public synchronized void publish() {
        require(State.SEALED);
        Path place = set.location().resolve(directoryName);
        try {
            SyncedFiles.rename(building, place);
        } catch (IOException trouble) {
            throw FileTrouble.cannot("publish", place, trouble);
        }
        state = State.PUBLISHED;
    }

    /** Whether it has been renamed into place, be that synced or not. */
    public boolean isVisible() {
        return !Files.exists(building, LinkOption.NOFOLLOW_LINKS)
                && Files.isDirectory(set.location().resolve(directoryName));
    }

    /**
     * Removes {@code tmp/<element>} and nothing else; the set stays. A second call does nothing.
     *
     * @throws HotCopyException when something cannot be removed; readers see no element either way
     */
    public synchronized void abandon() {
        if (state == State.ABANDONED) {
            return;
        }
        if (state == State.PUBLISHED) {
            throw new IllegalStateException("a published element is never removed");
        }
        state = State.ABANDONED;
        try {
            SyncedFiles.deleteTree(building);
        } catch (IOException trouble) {
            throw FileTrouble.cannot("remove", building, trouble);
        }
    }

    private synchronized void finished(DataFile file) {
        require(State.BUILDING);
        finished.add(file);
    }

    private Set<String> unfinished() {
        Set<String> names = new HashSet<>(begun);
        finished.forEach(file -> names.remove(file.name()));
        return names;
    }

    private void require(State wanted) {
        if (state != wanted) {
            throw new IllegalStateException("element is " + state + ", not " + wanted);
        }
    }
}
