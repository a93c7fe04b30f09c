package io.hotcopy.backupset;

import io.hotcopy.problem.HotCopyException;
import io.hotcopy.term.ElementId;
import io.hotcopy.term.HotCopyType;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A backup set as it lies on disk, read once: its identity, its published elements with their manifests, and what lies
 * unpublished in {@code tmp/}. Seals are checked; data files are not touched (see {@link ElementCheck}).
 */
public final class BackupSet {

    /** How far a set has come. */
    public enum State {
        /** It holds a published full. */
        USABLE,
        /** It was initialised, but its full was not published: still running, cancelled, or lost in a crash. */
        HALF_MADE
    }

    /** Enough for a manifest of a million files; more is nothing of ours. */
    private static final long LARGEST_TEXT = 256L * 1024 * 1024;

    private final SetFacts facts;
    private final List<SealedElement> elements;
    private final SortedSet<String> unpublished;

    private BackupSet(SetFacts facts, List<SealedElement> elements, SortedSet<String> unpublished) {
        this.facts = facts;
        this.elements = List.copyOf(elements);
        this.unpublished = unpublished;
    }

    /**
     * Reads a set.
     *
     * @throws NotASetException when the directory was never one
     * @throws DamagedSetException when a seal is broken, or its parts do not belong together
     * @throws TooNewSetException when it was written in a newer format
     * @throws HotCopyException when it cannot be read at all
     */
    public static BackupSet open(Path directory) {
        SetFacts identity = identity(directory);
        List<SealedElement> elements = new ArrayList<>();
        SortedSet<String> unpublished = new TreeSet<>();
        try {
            for (Path child : children(directory)) {
                if (ElementDirectory.parse(child.getFileName().toString()).isPresent()) {
                    elements.add(openElement(identity, child));
                }
            }
            Path tmp = directory.resolve(SetLayout.TMP);
            if (Files.isDirectory(tmp)) {
                children(tmp)
                        .forEach(child -> unpublished.add(child.getFileName().toString()));
            }
        } catch (IOException trouble) {
            throw FileTrouble.cannot("read backup set", directory, trouble);
        }
        elements.sort(Comparator.comparing(SealedElement::facts, inOrderOfRestore()));
        return new BackupSet(
                identity.withElements(
                        elements.stream().map(SealedElement::facts).toList()),
                elements,
                unpublished);
    }

    /**
     * Reads only what a set is, not what it holds; also of a set whose elements are damaged.
     *
     * @return facts without elements
     * @throws HotCopyException as {@link #open}
     */
    public static SetFacts identity(Path directory) {
        return identity(directory, directory.resolve(SetLayout.SET_FILE));
    }

    /**
     * The same of a set that is being deleted, as long as its identity is there.
     *
     * @throws HotCopyException as {@link #open}; also when it is not being deleted
     */
    public static SetFacts identityOfExpired(Path directory) {
        boolean claimed = SetRemoval.stage(directory)
                .filter(stage -> stage == SetRemoval.Stage.CLAIMED)
                .isPresent();
        return identity(directory, directory.resolve(claimed ? SetLayout.CLAIMED_FILE : SetLayout.EXPIRED_FILE));
    }

    private static SetFacts identity(Path directory, Path file) {
        try {
            return SetYaml.read(directory, file, readText(file));
        } catch (NoSuchFileException absent) {
            throw noIdentity(directory);
        } catch (NotASetException foreign) {
            throw holdsElement(directory)
                    ? new DamagedSetException(file, "the identity of a set", "another text")
                    : foreign;
        } catch (IOException trouble) {
            throw FileTrouble.cannot("read", file, trouble);
        }
    }

    /** Whether a directory looks like a set, whole or damaged; whether it is one, {@link #open} tells. */
    public static boolean isLikely(Path directory) {
        return Files.exists(directory.resolve(SetLayout.SET_FILE), LinkOption.NOFOLLOW_LINKS)
                || holdsElement(directory)
                || SetRemoval.isBegun(directory)
                || isBarelyBegun(directory);
    }

    /**
     * Whether a directory was being made a set when a crash came before its {@code set.yaml}: it holds {@code tmp/}, in
     * which is nothing, or nothing but that file.
     *
     * @throws HotCopyException when it cannot be looked at
     */
    public static boolean isBarelyBegun(Path directory) {
        Path tmp = directory.resolve(SetLayout.TMP);
        if (!Files.isDirectory(tmp, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        try {
            return children(directory).equals(List.of(tmp))
                    && List.of(tmp.resolve(SetLayout.SET_FILE)).containsAll(children(tmp));
        } catch (IOException trouble) {
            throw FileTrouble.cannot("read", directory, trouble);
        }
    }

    /** Identity and published elements. */
    public SetFacts facts() {
        return facts;
    }

    public State state() {
        boolean full = elements.stream().anyMatch(element -> element.facts().type() == HotCopyType.FULL);
        return full ? State.USABLE : State.HALF_MADE;
    }

    /** The published elements: the full first, then in order of their cuts. */
    public List<SealedElement> elements() {
        return elements;
    }

    public Optional<SealedElement> element(ElementId id) {
        return elements.stream()
                .filter(element -> element.facts().id().equals(id))
                .findFirst();
    }

    /** The published element of one of these types that lies last; empty when there is none. */
    public Optional<SealedElement> newest(Set<HotCopyType> types) {
        return elements.stream()
                .filter(element -> types.contains(element.facts().type()))
                .reduce((earlier, later) -> later);
    }

    /** The names in {@code tmp/}: elements that are being built, or were when a crash came. */
    public SortedSet<String> unpublished() {
        return unpublished;
    }

    private static SealedElement openElement(SetFacts set, Path directory) throws IOException {
        Path file = directory.resolve(SetLayout.CONTROL).resolve(SetLayout.MANIFEST);
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new DamagedSetException(file, "a manifest", "no such file");
        }
        ManifestYaml.Parts manifest = ManifestYaml.open(file, readText(file));
        ElementFacts element = manifest.readFacts();
        String name = directory.getFileName().toString();
        if (!element.directory().equals(name)) {
            throw new DamagedSetException(file, "the manifest of \"" + name + "\"", "\"" + element.directory() + "\"");
        }
        SealCheck.disagreement(element, set).ifPresent(what -> {
            throw new DamagedSetException(file, "an element of this set", "one whose " + what);
        });
        return new SealedElement(directory, element, manifest);
    }

    private static byte[] readText(Path file) throws IOException {
        if (Files.size(file) > LARGEST_TEXT) {
            throw new DamagedSetException(file, "at most " + LARGEST_TEXT + " bytes", Files.size(file) + " bytes");
        }
        return Files.readAllBytes(file);
    }

    private static HotCopyException noIdentity(Path directory) {
        if (!Files.exists(directory)) {
            return new HotCopyException("cannot read backup set \"" + directory + "\": no such directory");
        }
        if (SetRemoval.isBegun(directory)) {
            return SetRemoval.beingDeleted(directory);
        }
        if (holdsElement(directory)) {
            return new DamagedSetException(
                    directory.resolve(SetLayout.SET_FILE), "the identity of a set", "no such file");
        }
        if (isBarelyBegun(directory)) {
            return new NotASetException(
                    directory,
                    "file " + SetLayout.SET_FILE,
                    "a set that was never finished being created",
                    "A full hot copy ended while it began this set; it holds no data and can be deleted.");
        }
        return new NotASetException(directory, "file " + SetLayout.SET_FILE, "none");
    }

    /** A manifest where a full's would be: the directory was a set, whatever became of its identity. */
    private static boolean holdsElement(Path directory) {
        Path full = directory.resolve(ElementDirectory.FULL);
        return Files.isRegularFile(full.resolve(SetLayout.CONTROL).resolve(SetLayout.MANIFEST));
    }

    private static List<Path> children(Path directory) throws IOException {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> children = Files.newDirectoryStream(directory)) {
            children.forEach(found::add);
        }
        return found;
    }

    private static Comparator<ElementFacts> inOrderOfRestore() {
        return Comparator.comparing((ElementFacts element) -> element.type() != HotCopyType.FULL)
                .thenComparing(ElementFacts::cut)
                .thenComparing(ElementFacts::began)
                .thenComparing(ElementFacts::type)
                .thenComparing(BackupSet::number);
    }

    private static int number(ElementFacts element) {
        return ElementDirectory.parse(element.directory()).orElseThrow().number();
    }
}
