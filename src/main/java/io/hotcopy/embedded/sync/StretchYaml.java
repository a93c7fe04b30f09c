package io.hotcopy.embedded.sync;

import io.hotcopy.embedded.sealed.SealedYaml;
import io.hotcopy.term.CommitNumber;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/**
 * {@code stretch.yaml} beside the segments of a {@link Stretch}, in a {@link SealedYaml}; without it they count for
 * nothing.
 */
final class StretchYaml {

    private static final String FILE = "stretch.yaml";
    private static final SealedYaml YAML = new SealedYaml("hotcopy-sync-segments", 1);

    private StretchYaml() {}

    private record Document(String lineage, long after, long through, long last) {}

    static boolean exists(Path directory) {
        return Files.exists(directory.resolve(FILE));
    }

    /** On disk when this returns. */
    static void write(Path directory, UUID lineage, CommitNumber after, CommitNumber through, CommitNumber last) {
        YAML.write(
                directory.resolve(FILE),
                new Document(lineage.toString(), after.value(), through.value(), last.value()));
    }

    /** @throws io.hotcopy.problem.HotCopyException when it is damaged, too new or not ours */
    static Stretch read(Path directory) {
        return YAML.read(
                directory.resolve(FILE),
                Document.class,
                found -> new Stretch(
                        directory,
                        UUID.fromString(found.lineage()),
                        new CommitNumber(found.after()),
                        new CommitNumber(found.through()),
                        new CommitNumber(found.last())));
    }
}
