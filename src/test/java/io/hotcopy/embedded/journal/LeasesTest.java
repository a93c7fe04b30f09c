package io.hotcopy.embedded.journal;

import static io.hotcopy.embedded.journal.SampleJournal.number;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotcopy.faults.FaultyStorage;
import io.hotcopy.problem.HotCopyException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Leases are there until they are removed, whatever happens in between. */
class LeasesTest {

    private static final Lease CHAIN = lease("journal-chain", 40);
    private static final Lease SET = lease("set:6f9619ff-8b86-d011-b42d-00c04fc964ff", 30);

    @TempDir
    Path archive;

    private Path file;

    @BeforeEach
    void nameFile() {
        file = archive.resolve("leases.yaml");
    }

    @Test
    void missingFileHoldsNone() {
        assertEquals(List.of(), Leases.open(file).all());
        assertEquals(Optional.empty(), Leases.open(file).oldest());
    }

    @Test
    void whatWasPutIsThereAfterReopening() {
        Leases leases = Leases.open(file);
        leases.put(CHAIN);
        leases.put(SET);

        assertEquals(List.of(CHAIN, SET), Leases.open(file).all());
        assertEquals(Optional.of(number(30)), Leases.open(file).oldest());
    }

    @Test
    void ownerHasOneLeaseAndCanMoveAndEndIt() {
        Leases leases = Leases.open(file);
        leases.put(CHAIN);
        leases.put(SET);
        leases.put(lease(SET.owner(), 50));
        leases.remove("nobody");
        assertEquals(Optional.of(number(40)), leases.oldest());

        leases.remove(CHAIN.owner());
        assertEquals(List.of(lease(SET.owner(), 50)), leases.all());
        assertEquals(leases.all(), Leases.open(file).all());
    }

    @Test
    void fileCutOffOrChangedAnywhereIsDamaged() throws IOException {
        Leases leases = Leases.open(file);
        leases.put(CHAIN);
        byte[] whole = Files.readAllBytes(file);
        for (int at = 0; at < whole.length; at++) {
            requireRefused(Arrays.copyOf(whole, at), "is damaged");
            byte[] changed = whole.clone();
            changed[at] ^= 1;
            requireRefused(changed, "is damaged");
        }
    }

    @Test
    void fileOfALaterVersionAndFileOfAnotherKindAreToldApart() throws IOException {
        Leases.open(file).put(CHAIN);
        String text = Files.readString(file);

        requireRefused(sealed(text.replace("version: 1\n", "version: 2\n")), "is too new: it has format version 2");
        requireRefused(
                sealed(text.replace("hotcopy-leases", "hotcopy-set")),
                "is not ours: expected format \"hotcopy-leases\", found \"hotcopy-set\"");
    }

    private static byte[] sealed(String text) {
        String content = text.substring(0, text.lastIndexOf("seal: "));
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        return (content + new String(LeasesYaml.seal(bytes), StandardCharsets.US_ASCII))
                .getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void onlyTheOwnerMayReadTheFile() throws IOException {
        Leases.open(file).put(CHAIN);

        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }

    @Test
    void powerFailureAtAnyMomentLeavesTheLeasesBeforeOrAfterTheChange() throws IOException {
        for (long seed = 0; seed < 8; seed++) {
            boolean crashed = true;
            for (long operation = 1; crashed; operation++) {
                crashed = powerFails(seed, operation);
            }
        }
    }

    /** Says whether the power failed at that operation of the change. */
    private boolean powerFails(long seed, long operation) throws IOException {
        Path disk = Files.createTempDirectory(archive, "disk");
        FaultyStorage storage = new FaultyStorage(disk, seed);
        Leases leases = Leases.open(storage.root().resolve("leases.yaml"));
        leases.put(CHAIN);
        storage.crashAt(operation);
        boolean answered = isPut(leases, SET);
        storage.crash();

        List<Lease> found =
                Leases.open(storage.reopened().resolve("leases.yaml")).all();
        String where = "seed " + seed + ", operation " + operation;
        assertTrue(found.equals(List.of(CHAIN, SET)) || (!answered && found.equals(List.of(CHAIN))), where + found);
        assertEquals(answered, leases.all().contains(SET), where);
        return !answered;
    }

    private static boolean isPut(Leases leases, Lease lease) {
        try {
            leases.put(lease);
            return true;
        } catch (HotCopyException powerIsOff) {
            return false;
        }
    }

    private void requireRefused(byte[] bytes, String how) throws IOException {
        Files.write(file, bytes);
        HotCopyException refused = assertThrows(HotCopyException.class, () -> Leases.open(file));
        assertTrue(refused.getMessage().contains(how), refused.getMessage());
        assertTrue(refused.getMessage().contains(file.toString()), refused.getMessage());
    }

    private static Lease lease(String owner, long number) {
        return new Lease(owner, new UUID(1, 1), number(number));
    }
}
