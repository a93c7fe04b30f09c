package io.hotcopy.embedded.state;

import io.hotcopy.embedded.sealed.SealedYaml;
import io.hotcopy.model.StorageManager;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.StorageGroupName;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * {@code storage-managers.yaml}: which storage managers were added and removed, and what others serve that they are not
 * declared to, in a {@link SealedYaml}.
 */
final class ManagerChangesYaml {

    private static final SealedYaml YAML = new SealedYaml("hotcopy-storage-managers", 1);

    private ManagerChangesYaml() {}

    /** Puts the changes in the file's place; on disk when this returns. */
    static void write(Path file, ManagerChanges changes) {
        YAML.write(file, Document.of(changes));
    }

    /** @throws io.hotcopy.problem.HotCopyException when it is damaged, not ours or too new; names the file */
    static ManagerChanges read(Path file) {
        return YAML.read(file, Document.class, document -> document.meaning(file));
    }

    private record Document(
            List<AddedText> added,
            List<Integer> removed,
            List<PlaceText> purging,
            List<ServedText> served,
            List<String> groups) {

        static Document of(ManagerChanges changes) {
            return new Document(
                    changes.added().values().stream().map(AddedText::of).toList(),
                    changes.removed().stream().map(ArchiveId::value).toList(),
                    changes.purging().entrySet().stream().map(PlaceText::of).toList(),
                    changes.served().entrySet().stream().map(ServedText::of).toList(),
                    texts(changes.groups()));
        }

        ManagerChanges meaning(Path file) {
            SortedMap<ArchiveId, ManagerChanges.Added> all = new TreeMap<>();
            added.forEach(text -> all.put(new ArchiveId(text.archive()), text.meaning(file)));
            SortedMap<ArchiveId, Path> places = new TreeMap<>();
            purging.forEach(place -> places.put(new ArchiveId(place.archive()), path(file, place.directory())));
            SortedMap<ArchiveId, ManagerChanges.Served> differing = new TreeMap<>();
            served.forEach(text -> differing.put(new ArchiveId(text.archive()), text.meaning()));
            return new ManagerChanges(
                    all,
                    removed.stream().map(ArchiveId::new).collect(Collectors.toCollection(TreeSet::new)),
                    places,
                    differing,
                    ManagerChangesYaml.groups(groups));
        }
    }

    private record AddedText(int archive, String host, String directory, List<String> serves, boolean journalHotCopy) {

        static AddedText of(ManagerChanges.Added added) {
            StorageManager manager = added.manager();
            return new AddedText(
                    manager.archive().value(),
                    manager.host(),
                    added.directory().toString(),
                    texts(manager.serves()),
                    manager.journalHotCopy());
        }

        ManagerChanges.Added meaning(Path file) {
            StorageManager manager = new StorageManager(new ArchiveId(archive), host, groups(serves), journalHotCopy);
            return new ManagerChanges.Added(manager, path(file, directory));
        }
    }

    private record PlaceText(int archive, String directory) {

        static PlaceText of(Map.Entry<ArchiveId, Path> place) {
            return new PlaceText(place.getKey().value(), place.getValue().toString());
        }
    }

    private record ServedText(int archive, List<String> given, List<String> givenUp) {

        static ServedText of(Map.Entry<ArchiveId, ManagerChanges.Served> entry) {
            ManagerChanges.Served served = entry.getValue();
            return new ServedText(entry.getKey().value(), texts(served.given()), texts(served.givenUp()));
        }

        ManagerChanges.Served meaning() {
            return new ManagerChanges.Served(groups(given), groups(givenUp));
        }
    }

    private static List<String> texts(SortedSet<StorageGroupName> groups) {
        return groups.stream().map(StorageGroupName::value).toList();
    }

    private static SortedSet<StorageGroupName> groups(List<String> texts) {
        return texts.stream().map(StorageGroupName::new).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Path path(Path file, String absolute) {
        return file.getFileSystem().getPath(absolute);
    }
}
