package io.hotcopy.backupset;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The second document of a manifest: every file of the element's {@code data}, in order of their names.
 *
 * <pre>
 * files: |
 *   8a9136aa 16 CURRENT                                    CRC32C, size in bytes, name
 *   00c0ffee 4096 journal/0000000000000001.seg
 * </pre>
 *
 * To YAML it is one block of text. Written and read here line by line, since an archive of a terabyte has tens of
 * thousands of files, and a YAML parser takes a second and more for as many mappings.
 */
final class FileList {

    private static final String FIRST_LINE = "files: |";
    private static final Pattern LINE = Pattern.compile("  ([0-9a-f]{8}) (0|[1-9][0-9]{0,18}) (.+)");

    private FileList() {}

    static String write(List<DataFile> files) {
        StringBuilder text = new StringBuilder(FIRST_LINE).append('\n');
        for (DataFile file : files) {
            text.append("  ")
                    .append(HexFormat.of().toHexDigits(file.crc32c()))
                    .append(' ')
                    .append(file.size())
                    .append(' ')
                    .append(file.name())
                    .append('\n');
        }
        return text.toString();
    }

    /**
     * Reads the list.
     *
     * @param manifest named in what is thrown
     * @throws DamagedSetException when it is not such a list, or a name leaves the directory or comes twice
     */
    static List<DataFile> read(Path manifest, String text) {
        String[] lines = text.split("\n", -1);
        if (lines.length < 2 || !lines[0].equals(FIRST_LINE) || !lines[lines.length - 1].isEmpty()) {
            throw new DamagedSetException(manifest, "a list of files", "another text");
        }
        List<DataFile> files = new ArrayList<>(lines.length);
        Set<String> names = new HashSet<>();
        for (String line : List.of(lines).subList(1, lines.length - 1)) {
            DataFile file = readLine(manifest, line);
            if (!names.add(file.name())) {
                throw new DamagedSetException(manifest, "each file once", "\"" + file.name() + "\" twice");
            }
            files.add(file);
        }
        return files;
    }

    private static DataFile readLine(Path manifest, String line) {
        Matcher matcher = LINE.matcher(line);
        if (!matcher.matches()) {
            throw new DamagedSetException(manifest, "checksum, size and name of a file", "\"" + line.strip() + "\"");
        }
        try {
            int crc32c = HexFormat.fromHexDigits(matcher.group(1));
            return new DataFile(matcher.group(3), Long.parseLong(matcher.group(2)), crc32c);
        } catch (IllegalArgumentException odd) {
            throw new DamagedSetException(manifest, "a file below data", odd.getMessage());
        }
    }
}
