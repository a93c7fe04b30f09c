package io.hotcopy.backupset;

import io.hotcopy.problem.HotCopyException;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Locale;

/** Turns trouble of the file system into a sentence for people, with the path in it and what to do next. */
public final class FileTrouble {

    private FileTrouble() {}

    /**
     * The exception to throw.
     *
     * @param doing what was being done, an infinitive such as {@code "write"}
     * @param file the path it was done to
     * @param cause what the file system said; kept as the cause
     */
    public static HotCopyException cannot(String doing, Path file, IOException cause) {
        String reason = reason(cause);
        String message = "cannot " + doing + " \"" + file + "\": " + reason;
        if (isSpaceShort(reason)) {
            return new HotCopyException(
                    message, cause, "Free space on that file system, or choose a directory on another one.");
        }
        if (cause instanceof AccessDeniedException) {
            return new HotCopyException(message, cause, "Check the owner and the permissions of that path.");
        }
        return new HotCopyException(message, cause);
    }

    /** The reason in the words of the operating system, begun in lower case. */
    public static String reason(IOException cause) {
        if (cause instanceof NoSuchFileException) {
            return "no such file or directory";
        }
        if (cause instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (cause instanceof FileAlreadyExistsException) {
            return "it exists already";
        }
        if (cause instanceof DirectoryNotEmptyException) {
            return "the directory is not empty";
        }
        if (cause instanceof NotDirectoryException) {
            return "not a directory";
        }
        if (cause instanceof ClosedByInterruptException) {
            return "interrupted";
        }
        String said = cause instanceof FileSystemException system ? system.getReason() : cause.getMessage();
        return said == null || said.isBlank() ? cause.getClass().getSimpleName() : lowerFirst(said);
    }

    private static boolean isSpaceShort(String reason) {
        String lower = reason.toLowerCase(Locale.ROOT);
        return lower.contains("no space left") || lower.contains("quota exceeded");
    }

    private static String lowerFirst(String text) {
        boolean acronym = text.length() > 1 && Character.isUpperCase(text.charAt(1));
        return acronym ? text : text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
    }
}
