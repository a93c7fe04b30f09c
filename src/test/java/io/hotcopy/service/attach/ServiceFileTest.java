package io.hotcopy.service.attach;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotcopy.problem.HotCopyException;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the holder of a domain tells where it is. */
class ServiceFileTest {
    private static final ServiceFile SERVICE =
            ServiceFile.of(URI.create("http://127.0.0.1:8888"), new SplittableRandom(1), 4711, "1.2.0");

    @TempDir
    Path home;

    @Test
    void whatIsPublishedIsRead() {
        SERVICE.publish(home);
        assertEquals(Optional.of(SERVICE), ServiceFile.read(home, "1.2.0"));
    }

    @Test
    void itsTextIsKnown() throws IOException {
        SERVICE.publish(home);
        List<String> lines = Files.readAllLines(file());
        assertTrue(lines.get(0).matches("hotcopy-service 1 [0-9a-f]{8}"), lines.get(0));
        assertEquals(
                "{\"protocol\":1,\"hotcopy\":\"1.2.0\",\"url\":\"http://127.0.0.1:8888\",\"token\":\"" + SERVICE.token()
                        + "\",\"pid\":4711}",
                lines.get(1));
        assertEquals(2, lines.size());
    }

    @Test
    void anotherVersionWithTheSameProtocolIsRead() {
        SERVICE.publish(home);
        assertEquals(Optional.of(SERVICE), ServiceFile.read(home, "1.3.0"));
    }

    @Test
    void onlyItsOwnerReadsIt() throws IOException {
        SERVICE.publish(home);
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file())));
        assertEquals(List.of(file()), children());
    }

    @Test
    void theNextHolderReplacesIt() throws IOException {
        SERVICE.publish(home);
        Files.writeString(home.resolve("service.tmp"), "left by a crash");
        ServiceFile next = ServiceFile.of(URI.create("http://[::1]:9999"), new SplittableRandom(2), 4712, "1.2.0");
        next.publish(home);
        assertEquals(Optional.of(next), ServiceFile.read(home, "1.2.0"));
        assertEquals(List.of(file()), children());
    }

    @Test
    void whereNoneIsNoneIsRead() {
        assertEquals(Optional.empty(), ServiceFile.read(home, "1.2.0"));
        SERVICE.publish(home);
        ServiceFile.remove(home);
        ServiceFile.remove(home);
        assertEquals(Optional.empty(), ServiceFile.read(home, "1.2.0"));
    }

    @Test
    void everyChangedByteIsSeen() throws IOException {
        SERVICE.publish(home);
        byte[] whole = Files.readAllBytes(file());
        for (int at = 0; at < whole.length; at++) {
            for (int flip = 1; flip < 256; flip <<= 1) {
                byte[] changed = whole.clone();
                changed[at] ^= (byte) flip;
                assertDamaged(changed);
            }
        }
    }

    @Test
    void everyTruncationIsSeen() throws IOException {
        SERVICE.publish(home);
        byte[] whole = Files.readAllBytes(file());
        for (int length = 0; length < whole.length; length++) {
            assertDamaged(Arrays.copyOf(whole, length));
        }
        assertDamaged(Arrays.copyOf(whole, whole.length + 1));
    }

    @Test
    void aProcessThatSpeaksAnotherProtocolIsNamedWithBothVersions() throws IOException {
        Files.write(file(), ServiceText.write(SERVICE, 2));
        HotCopyException refused = assertThrows(HotCopyException.class, () -> ServiceFile.read(home, "1.1.0"));
        assertEquals(
                "the domain in \"" + home
                        + "\" is held by hotcopy 1.2.0, which speaks protocol 2; this is hotcopy 1.1.0,"
                        + " which speaks protocol 1",
                refused.getMessage());
        assertEquals(
                List.of("Use the version of hotcopy that holds the domain, or stop that process first."),
                refused.hints());
    }

    @Test
    void aNewerFormatIsRefusedAlike() throws IOException {
        Files.write(file(), ServiceText.write(SERVICE, 2, 2));
        HotCopyException refused = assertThrows(HotCopyException.class, () -> ServiceFile.read(home, "1.1.0"));
        assertTrue(refused.getMessage().contains("is held by hotcopy 1.2.0"), refused.getMessage());
    }

    @Test
    void whatCannotBeReadIsNoService() throws IOException {
        Files.createDirectory(file());
        assertThrows(HotCopyException.class, () -> ServiceFile.read(home, "1.2.0"));
    }

    @Test
    void onlyItsTokenIsAdmitted() {
        assertTrue(SERVICE.admits(Optional.of("Bearer " + SERVICE.token())));
        assertFalse(SERVICE.admits(Optional.of("Bearer " + SERVICE.token() + "0")));
        assertFalse(SERVICE.admits(Optional.of(SERVICE.token())));
        assertFalse(SERVICE.admits(Optional.of("Bearer ")));
        assertFalse(SERVICE.admits(Optional.of("")));
        assertFalse(SERVICE.admits(Optional.empty()));
    }

    @Test
    void tokensAreLongAndDiffer() {
        SplittableRandom random = new SplittableRandom(1);
        ServiceFile one = ServiceFile.of(SERVICE.url(), random, 1, "1.2.0");
        ServiceFile other = ServiceFile.of(SERVICE.url(), random, 1, "1.2.0");
        assertTrue(one.token().matches("[0-9a-f]{64}"), "256 bits");
        assertNotEquals(one.token(), other.token());
    }

    @Test
    void theTokenIsNotTold() {
        assertEquals("hotcopy 1.2.0 at http://127.0.0.1:8888 (process 4711)", SERVICE.toString());
    }

    private void assertDamaged(byte[] bytes) throws IOException {
        Files.write(file(), bytes);
        HotCopyException damaged = assertThrows(HotCopyException.class, () -> ServiceFile.read(home, "1.2.0"));
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        assertTrue(damaged.getMessage().startsWith("damaged service file: \"" + file() + "\": found "), text);
        assertFalse(damaged.getMessage().contains(SERVICE.token()), "the token is told");
    }

    private Path file() {
        return home.resolve("service");
    }

    private List<Path> children() throws IOException {
        try (Stream<Path> children = Files.list(home)) {
            return children.toList();
        }
    }
}
