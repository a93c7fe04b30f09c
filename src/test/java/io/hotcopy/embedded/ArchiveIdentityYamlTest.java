package io.hotcopy.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotcopy.embedded.ArchiveIdentity.Restored;
import io.hotcopy.embedded.store.DamagedArchiveException;
import io.hotcopy.problem.HotCopyException;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.CommitNumber;
import io.hotcopy.term.DatabaseName;
import io.hotcopy.term.ElementId;
import io.hotcopy.term.Lineage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveIdentityYamlTest {

    private static final Lineage PARENT = Lineage.created(new UUID(1, 2));
    private static final ArchiveIdentity MADE = new ArchiveIdentity(
            new DatabaseName("acme", "no"),
            new UUID(3, 4),
            new ArchiveId(12),
            new UUID(5, 6),
            PARENT.forkedAt(new CommitNumber(Long.MAX_VALUE), new UUID(7, 8)),
            Optional.of(new Restored(new CommitNumber(1_000), new ElementId(new UUID(9, 10)))));

    @TempDir
    private Path archive;

    @Test
    void readsBackWhatWasWritten() {
        ArchiveIdentity first = new ArchiveIdentity(
                MADE.database(), MADE.databaseUuid(), MADE.archive(), MADE.archiveUuid(), PARENT, Optional.empty());
        assertFalse(ArchiveIdentityYaml.exists(archive));
        for (ArchiveIdentity identity : List.of(first, MADE, first)) {
            ArchiveIdentityYaml.write(archive, identity);
            assertTrue(ArchiveIdentityYaml.exists(archive));
            assertEquals(identity, ArchiveIdentityYaml.read(archive));
        }
    }

    @Test
    void theFileIsForItsOwnerOnlyAndTheOnlyOne() throws IOException {
        ArchiveIdentityYaml.write(archive, MADE);
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file())));
        try (java.util.stream.Stream<Path> files = Files.list(archive)) {
            assertEquals(List.of(file()), files.toList());
        }
    }

    @Test
    void everyFlippedBitIsFound() throws IOException {
        ArchiveIdentityYaml.write(archive, MADE);
        byte[] sound = Files.readAllBytes(file());
        for (int bit = 0; bit < sound.length * Byte.SIZE; bit++) {
            byte[] damaged = sound.clone();
            damaged[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
            Files.write(file(), damaged);
            assertThrows(HotCopyException.class, () -> ArchiveIdentityYaml.read(archive), "bit " + bit);
        }
    }

    @Test
    void everyShorterFileIsFound() throws IOException {
        ArchiveIdentityYaml.write(archive, MADE);
        byte[] sound = Files.readAllBytes(file());
        for (int length = 0; length < sound.length; length++) {
            Files.write(file(), java.util.Arrays.copyOf(sound, length));
            assertThrows(HotCopyException.class, () -> ArchiveIdentityYaml.read(archive), length + " bytes");
        }
    }

    @Test
    void damagedTooNewAndNotOursAreToldApart() throws IOException {
        ArchiveIdentityYaml.write(archive, MADE);
        String sound = Files.readString(file());

        Files.writeString(file(), sound.replace("acme", "acne"));
        HotCopyException damaged = assertThrows(DamagedArchiveException.class, () -> ArchiveIdentityYaml.read(archive));
        assertTrue(damaged.getMessage().startsWith("\"" + file() + "\" is damaged: expected seal "));

        Files.writeString(file(), sealed(sound.replace("version: 1\n", "version: 2\n")));
        HotCopyException tooNew = assertThrows(HotCopyException.class, () -> ArchiveIdentityYaml.read(archive));
        assertEquals("\"" + file() + "\" is too new: expected format version 1 or lower, found 2", tooNew.getMessage());

        Files.writeString(file(), "name: something\n");
        HotCopyException foreign = assertThrows(HotCopyException.class, () -> ArchiveIdentityYaml.read(archive));
        assertEquals(
                "\"" + file() + "\" is not ours: expected format \"hotcopy-archive\", found \"name: something\"",
                foreign.getMessage());

        Files.writeString(file(), sealed(sound.replace("hotcopy-archive", "hotcopy-set")));
        HotCopyException other = assertThrows(HotCopyException.class, () -> ArchiveIdentityYaml.read(archive));
        assertTrue(
                other.getMessage().endsWith("is not ours: expected format \"hotcopy-archive\", found \"hotcopy-set\""));

        Files.writeString(file(), sealed(sound.replace("archive: 12\n", "")));
        HotCopyException incomplete =
                assertThrows(DamagedArchiveException.class, () -> ArchiveIdentityYaml.read(archive));
        assertTrue(incomplete.getMessage().contains("a document of this format"), incomplete.getMessage());
    }

    private Path file() {
        return archive.resolve("archive.yaml");
    }

    /** With the seal that fits the rest. */
    private static String sealed(String text) {
        String content = text.substring(0, text.indexOf("seal: "));
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content.getBytes());
            return content + "seal: \"sha256:" + HexFormat.of().formatHex(digest) + "\"\n";
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
