package io.hotcopy.backupset;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** A published element whose manifest has been read and whose seal is right; its data files are not yet looked at. */
public final class SealedElement {

    private final Path directory;
    private final ElementFacts facts;
    private final ManifestYaml.Parts manifest;

    SealedElement(Path directory, ElementFacts facts, ManifestYaml.Parts manifest) {
        this.directory = directory;
        this.facts = facts;
        this.manifest = manifest;
    }

    public ElementFacts facts() {
        return facts;
    }

    /** Where it lies: {@code <set>/full}. */
    public Path directory() {
        return directory;
    }

    /** Where its files lie. */
    public Path data() {
        return directory.resolve(SetLayout.DATA);
    }

    /**
     * Every file of the element, in order of their names; parsed at each call.
     *
     * @throws DamagedSetException when the list cannot be read, or a name in it leaves the directory
     */
    public List<DataFile> files() {
        return manifest.readFiles();
    }

    /** Where a file of the element lies. */
    public Path path(DataFile file) {
        return file.in(data());
    }

    /** Opens a file of the element for reading; a link in its place is refused. */
    public FileChannel open(DataFile file) throws IOException {
        return FileChannel.open(path(file), StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
    }
}
