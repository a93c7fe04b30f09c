package io.hotcopy.shell.complete;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;

/** The files that a path, as far as it is typed, may go on to. */
final class PathOffers {
    static final String GROUP = "files";
    private static final int MOST = 1000;

    private final Path workingDirectory;

    /** @param workingDirectory where relative paths start */
    PathOffers(Path workingDirectory) {
        this.workingDirectory = workingDirectory;
    }

    List<Offer> directories(String typed) {
        return below(typed, workingDirectory, name -> false);
    }

    List<Offer> any(String typed) {
        return below(typed, workingDirectory, name -> true);
    }

    /** Directories, and files whose names end so; all files when none does. */
    List<Offer> endingWith(String typed, String... endings) {
        List<Offer> found =
                below(typed, workingDirectory, name -> List.of(endings).stream().anyMatch(name::endsWith));
        String name = typed.substring(typed.lastIndexOf('/') + 1);
        boolean fits = found.stream().anyMatch(offer -> nameOf(offer).startsWith(name));
        return fits ? found : any(typed);
    }

    private static String nameOf(Offer offer) {
        String path = offer.value().endsWith("/")
                ? offer.value().substring(0, offer.value().length() - 1)
                : offer.value();
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static List<Offer> below(String typed, Path from, Predicate<String> wanted) {
        String parent = typed.substring(0, typed.lastIndexOf('/') + 1);
        boolean hidden = typed.startsWith(".", parent.length());
        List<Offer> offers = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(from.resolve(parent))) {
            Iterator<Path> each = entries.iterator();
            while (each.hasNext() && offers.size() < MOST) {
                Path entry = each.next();
                String name = entry.getFileName().toString();
                boolean isDirectory = Files.isDirectory(entry);
                if (name.startsWith(".") == hidden && (isDirectory || wanted.test(name))) {
                    offers.add(
                            isDirectory
                                    ? Offer.beginning(parent + name + "/", "", GROUP)
                                    : Offer.of(parent + name, "", GROUP));
                }
            }
        } catch (IOException | DirectoryIteratorException | InvalidPathException unreadable) {
            // Who completes a path asks whether there is something; the command itself says what is wrong with it.
            return List.of();
        }
        offers.sort(Comparator.comparing(Offer::value));
        return offers;
    }
}
