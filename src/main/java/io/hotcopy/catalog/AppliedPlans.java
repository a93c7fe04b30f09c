package io.hotcopy.catalog;

import io.hotcopy.backupset.FileTrouble;
import io.hotcopy.backupset.SyncedFiles;
import io.hotcopy.problem.HotCopyException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * Which plans of one domain have been applied: a file each, named by the plan's id. Making it is what makes a plan
 * applied, and of several threads and processes that try only one succeeds. It holds a format version, a checksum and
 * the instant; one whose content a crash has spoilt counts all the same.
 */
public final class AppliedPlans {
    private static final String FORMAT = "hotcopy-applied-plan 1 ";

    private final Path directory;

    /** @param domain the directory of the domain's state; made when the first plan is entered */
    public AppliedPlans(Path domain) {
        this.directory = domain.resolve("applied-plans");
    }

    /**
     * Enters a plan that is about to be carried out.
     *
     * @param id its id, hexadecimal digits
     * @throws HotCopyException when it has been entered before, or cannot be entered
     */
    public void enter(String id, Instant now) {
        Path file = directory.resolve(id);
        try {
            SyncedFiles.makeDirectories(directory);
            SyncedFiles.writeFile(
                    file, line(now.truncatedTo(ChronoUnit.SECONDS)).getBytes(StandardCharsets.UTF_8));
            SyncedFiles.syncDirectory(directory);
        } catch (FileAlreadyExistsException entered) {
            throw refusal(id);
        } catch (IOException trouble) {
            throw FileTrouble.cannot("write", file, trouble);
        }
    }

    /** @throws HotCopyException when it has been entered before */
    public void refuseApplied(String id) {
        if (Files.exists(directory.resolve(id))) {
            throw refusal(id);
        }
    }

    private HotCopyException refusal(String id) {
        return new HotCopyException(
                "this plan has been applied"
                        + when(directory.resolve(id)).map(at -> " at " + at).orElse("")
                        + ", and a plan is applied once",
                "plan -o FILE makes another.");
    }

    private static Optional<Instant> when(Path file) {
        try {
            String text = Files.readString(file);
            Instant at = Instant.parse(text.substring(text.lastIndexOf(' ') + 1).strip());
            return text.equals(line(at)) ? Optional.of(at) : Optional.empty();
        } catch (IOException | DateTimeException spoilt) {
            return Optional.empty();
        }
    }

    private static String line(Instant at) {
        CRC32C crc = new CRC32C();
        crc.update(at.toString().getBytes(StandardCharsets.UTF_8));
        return FORMAT + HexFormat.of().toHexDigits((int) crc.getValue()) + " " + at + "\n";
    }
}
