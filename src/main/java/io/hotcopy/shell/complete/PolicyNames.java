package io.hotcopy.shell.complete;

import io.hotcopy.dsl.Spelling;
import io.hotcopy.dsl.TypedText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The policies that a file declares, for {@code FILE#policy}: read as a text, not compiled. */
final class PolicyNames {
    private static final long GREATEST_FILE = 1_000_000;
    private static final String POLICY = "policy";
    private static final Pattern YAML_KEY = Pattern.compile("( +)['\"]?([^'\":#\\s][^'\":]*)['\"]?\\s*:.*");

    private final Path workingDirectory;

    /** @param workingDirectory where relative paths start */
    PolicyNames(Path workingDirectory) {
        this.workingDirectory = workingDirectory;
    }

    /** Empty when there is no such file, or it is too long to be a declaration. */
    List<String> in(String file) {
        try {
            Path path = workingDirectory.resolve(file);
            if (!Files.isRegularFile(path) || Files.size(path) > GREATEST_FILE) {
                return List.of();
            }
            String text = Files.readString(path);
            return Spelling.of(file) == Spelling.YAML ? inYaml(text) : inGroovy(text);
        } catch (IOException | InvalidPathException unreadable) {
            // The command itself says what is wrong with the file.
            return List.of();
        }
    }

    private static List<String> inGroovy(String text) {
        return TypedText.of(text, 0).said().stream()
                .filter(said -> said.enclosing().isEmpty()
                        && said.word().equals(POLICY)
                        && said.argument().isEmpty())
                .map(TypedText.Said::value)
                .toList();
    }

    /** The keys of the first depth below the key {@code policy} at the top. */
    private static List<String> inYaml(String text) {
        List<String> names = new ArrayList<>();
        boolean inside = false;
        String indent = "";
        for (String line : text.lines().toList()) {
            Matcher key = YAML_KEY.matcher(line);
            if (!line.isBlank() && !line.startsWith(" ") && !line.startsWith("#")) {
                inside = line.strip().equals(POLICY + ":");
                indent = "";
            } else if (inside
                    && key.matches()
                    && (indent.isEmpty() || key.group(1).equals(indent))) {
                indent = key.group(1);
                names.add(key.group(2).strip());
            }
        }
        return names;
    }
}
