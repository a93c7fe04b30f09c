package io.hotcopy.catalog;

import io.hotcopy.backupset.FileTrouble;
import io.hotcopy.backupset.SyncedFiles;
import io.hotcopy.plan.PlanYaml;
import io.hotcopy.problem.HotCopyException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/** A file that holds the text of a plan; what the text means {@link PlanYaml} knows. */
public final class PlanFile {

    private PlanFile() {}

    /**
     * The whole text.
     *
     * @throws HotCopyException when it cannot be read
     */
    public static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (CharacterCodingException notText) {
            throw new HotCopyException("\"" + file + "\" is no plan: it is not text", notText);
        } catch (IOException trouble) {
            throw FileTrouble.cannot("read", file, trouble);
        }
    }

    /**
     * Writes a plan: there is the whole of it or, after a crash, what was there before. An earlier plan is replaced.
     *
     * @param text of {@link PlanYaml#write}
     * @throws HotCopyException when the file exists and is no plan, or when it cannot be written
     */
    public static void write(Path file, String text) {
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS) && !holdsPlan(file)) {
            throw new HotCopyException(
                    "\"" + file + "\" exists and is no plan, so it is not overwritten", "Choose another name.");
        }
        Path unfinished = file.resolveSibling("." + file.getFileName() + ".incomplete");
        try {
            Files.deleteIfExists(unfinished);
            SyncedFiles.writeFile(unfinished, text.getBytes(StandardCharsets.UTF_8));
            SyncedFiles.rename(unfinished, file);
        } catch (IOException trouble) {
            throw FileTrouble.cannot("write", file, trouble);
        }
    }

    private static boolean holdsPlan(Path file) {
        try {
            return Files.isRegularFile(file) && PlanYaml.isPlan(Files.readString(file));
        } catch (CharacterCodingException notText) {
            return false;
        } catch (IOException trouble) {
            throw FileTrouble.cannot("read", file, trouble);
        }
    }
}
