package io.hotcopy.backupset;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/** The second document of a manifest: every file of the element's {@code data}, in order of their names. */
final class ManifestFilesYaml {

    private ManifestFilesYaml() {}

    static String write(List<DataFile> files) {
        return StrictYaml.write(
                new Document(files.stream().map(FileDocument::of).toList()));
    }

    /** Reads the list; names that leave the directory or come twice make it damaged. */
    static List<DataFile> read(Path manifest, String text) {
        return StrictYaml.read(manifest, text, Document.class, Document::meaning);
    }

    private record Document(List<FileDocument> files) {

        List<DataFile> meaning() {
            Set<String> names = new HashSet<>();
            for (FileDocument file : files) {
                if (!names.add(file.name)) {
                    throw new IllegalArgumentException("file \"" + file.name + "\" is listed twice");
                }
            }
            return files.stream().map(FileDocument::meaning).toList();
        }
    }

    private record FileDocument(String name, long size, String crc32c) {

        static FileDocument of(DataFile file) {
            return new FileDocument(file.name(), file.size(), HexFormat.of().toHexDigits(file.crc32c()));
        }

        DataFile meaning() {
            return new DataFile(name, size, HexFormat.fromHexDigits(crc32c));
        }
    }
}
