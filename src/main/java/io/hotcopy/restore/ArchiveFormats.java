package io.hotcopy.restore;

import io.hotcopy.problem.HotCopyException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/** The kinds of database whose archives this program can make. */
public final class ArchiveFormats {

    private final Map<String, ArchiveFormat> byKind = new TreeMap<>();

    public ArchiveFormats(Collection<? extends ArchiveFormat> formats) {
        formats.forEach(format -> byKind.put(format.kind(), format));
    }

    /**
     * The format of a kind.
     *
     * @param kind as {@code set.yaml} says
     * @throws HotCopyException when there is none
     */
    public ArchiveFormat of(String kind) {
        ArchiveFormat format = byKind.get(kind);
        if (format == null) {
            throw new HotCopyException(
                    "cannot read archives of kind \"" + kind + "\"",
                    "Known kinds: " + String.join(", ", byKind.keySet()) + ".");
        }
        return format;
    }

    /**
     * The format of the archive in a directory.
     *
     * @throws HotCopyException when there is none of a known kind
     */
    public ArchiveFormat ofArchive(Path archive) {
        return byKind.values().stream()
                .filter(format -> format.holds(archive))
                .findFirst()
                .orElseThrow(() -> new HotCopyException(
                        "there is no archive in \"" + archive + "\"",
                        "Name the archive's own directory, not one that holds several."));
    }
}
