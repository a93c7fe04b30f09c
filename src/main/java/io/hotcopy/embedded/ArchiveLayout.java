package io.hotcopy.embedded;

import java.nio.file.Path;

/** What lies where in an archive's directory. */
final class ArchiveLayout {

    private ArchiveLayout() {}

    /** The records. */
    static Path rocks(Path archive) {
        return archive.resolve("rocks");
    }

    /** The sync segments. */
    static Path sync(Path archive) {
        return archive.resolve("sync");
    }

    /** The leases. */
    static Path leases(Path archive) {
        return archive.resolve("leases.yaml");
    }

    /** The journal's segments. */
    static Path journal(Path archive) {
        return archive.resolve("journal");
    }

    /** What running hot copies put aside; nothing in it outlives them. */
    static Path scratch(Path archive) {
        return archive.resolve("scratch");
    }
}
