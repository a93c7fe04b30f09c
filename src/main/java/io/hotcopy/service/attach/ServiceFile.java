package io.hotcopy.service.attach;

import io.hotcopy.backupset.FileTrouble;
import io.hotcopy.backupset.SyncedFiles;
import io.hotcopy.problem.HotCopyException;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * How the holder of a domain is reached, written into the domain's home as {@link ServiceText}.
 *
 * <p>A holder that was killed leaves its file behind: whether the domain is held, only the lock of the home tells.
 *
 * @param url where it listens, without a path
 * @param token what who wants to reach it must show, which only the owner of the home can read
 * @param pid the process
 * @param version of hotcopy that it runs
 */
public record ServiceFile(URI url, String token, long pid, String version) {
    /** Rises when two processes of different numbers would misunderstand each other. */
    static final int PROTOCOL = 1;

    private static final String NAME = "service";
    private static final int TOKEN_BYTES = 32;
    private static final String BEARER = "Bearer ";

    /** Of a service that begins now, with a token that nobody can guess if the generator cannot be guessed. */
    public static ServiceFile of(URI url, RandomGenerator random, long pid, String version) {
        byte[] token = new byte[TOKEN_BYTES];
        random.nextBytes(token);
        return new ServiceFile(url, HexFormat.of().formatHex(token), pid, version);
    }

    /**
     * Puts it into the home, in the place of any other, readable by the owner alone. The caller listens already, and
     * holds the home's lock.
     *
     * @throws HotCopyException when it cannot be written
     */
    public void publish(Path home) {
        Path file = home.resolve(NAME);
        Path unpublished = home.resolve(NAME + ".tmp");
        try {
            Files.deleteIfExists(unpublished);
            SyncedFiles.writeFile(unpublished, ServiceText.write(this, PROTOCOL));
            SyncedFiles.rename(unpublished, file);
        } catch (IOException trouble) {
            throw FileTrouble.cannot("write", file, trouble);
        }
    }

    /**
     * Takes what is there out of the home. The caller holds the home's lock.
     *
     * @throws HotCopyException when it cannot be deleted
     */
    public static void remove(Path home) {
        Path file = home.resolve(NAME);
        try {
            if (Files.deleteIfExists(file)) {
                SyncedFiles.syncDirectory(home);
            }
        } catch (IOException trouble) {
            throw FileTrouble.cannot("delete", file, trouble);
        }
    }

    /**
     * What lies in a home.
     *
     * @param version of hotcopy that reads
     * @return empty when nothing does
     * @throws HotCopyException when the file is not as it was written, is of a process that this one cannot speak to,
     *     or cannot be read
     */
    public static Optional<ServiceFile> read(Path home, String version) {
        Path file = home.resolve(NAME);
        try {
            return Optional.of(ServiceText.read(file, Files.readAllBytes(file), version));
        } catch (NoSuchFileException absent) {
            return Optional.empty();
        } catch (IOException trouble) {
            throw FileTrouble.cannot("read", file, trouble);
        }
    }

    /** Whether a request with this {@code Authorization} comes from who can read this file. */
    public boolean admits(Optional<String> authorization) {
        byte[] wanted = (BEARER + token).getBytes(StandardCharsets.UTF_8);
        byte[] shown = authorization.orElse("").getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(wanted, shown);
    }

    /** All but the token, which must not get into messages. */
    @Override
    public String toString() {
        return "hotcopy " + version + " at " + url + " (process " + pid + ")";
    }
}
