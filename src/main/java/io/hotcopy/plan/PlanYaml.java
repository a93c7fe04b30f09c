package io.hotcopy.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hotcopy.backupset.StrictYaml;
import io.hotcopy.problem.HotCopyException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A plan as text, for people to read and for {@code apply} to carry out.
 *
 * <pre>
 * format: "hotcopy-plan"                                    what it is
 * version: 1                                                rises when a reader of the version before would misread it
 * ...                                                       the plan, as YAML
 * seal: "sha256:&lt;64 hexadecimal digits&gt;"                    SHA-256 of all before this line
 * </pre>
 *
 * What is read is exactly what was written, so a text that anybody changed is refused.
 */
public final class PlanYaml {
    private static final int VERSION = 2;
    private static final int ID_DIGITS = 32;
    private static final String FORMAT = "format: \"hotcopy-plan\"\n";
    /** What version 1 did not tell; such a plan had errors instead, and could not be applied. */
    private static final String NOTHING_REFUSED = "refused: []\nbarred: []\n";
    /** Version 1 did not tell either which backup group ran instead of one whose runs were left out. */
    private static final Pattern LEFT_OUT_BECAUSE = Pattern.compile("(?m)^( +)because: (.*)\n +done: ");

    private static final Pattern VERSION_LINE = Pattern.compile("version: ([1-9][0-9]{0,8})\n");
    private static final Pattern SEAL_LINE = Pattern.compile("seal: \"sha256:([0-9a-f]{64})\"\n\\z");
    private static final ObjectMapper MAPPER = StrictYaml.mapper();

    private PlanYaml() {}

    /**
     * Writes a plan.
     *
     * @param declaredIn the files that declare its policies, absolute; empty when some of that was typed
     */
    public static String write(BackupPlan plan, List<Path> declaredIn) {
        try {
            String body = MAPPER.writeValueAsString(PlanDocument.of(plan, declaredIn));
            String content = FORMAT + "version: " + VERSION + "\n" + body;
            return content + "seal: \"sha256:" + Sha256.of(content) + "\"\n";
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a record of plain values cannot be written", impossible);
        }
    }

    /** Whether a text begins as plans do; it may be damaged all the same. */
    public static boolean isPlan(String text) {
        return text.startsWith(FORMAT);
    }

    /**
     * Reads a plan.
     *
     * @param name what the text is called in what is thrown
     * @param paths makes paths of texts
     * @throws HotCopyException when it is no plan, is not as it was written, or was written by a newer program
     */
    public static SavedPlan read(String name, String text, Function<String, Path> paths) {
        if (!isPlan(text)) {
            throw new HotCopyException("\"" + name + "\" is no plan", "plan -o FILE writes one");
        }
        Matcher seal = SEAL_LINE.matcher(text);
        if (!seal.find()) {
            throw damaged(name, "a seal in the last line, found none");
        }
        String content = text.substring(0, seal.start());
        if (!seal.group(1).equals(Sha256.of(content))) {
            throw damaged(name, "seal " + seal.group(1) + ", found " + Sha256.of(content));
        }
        return meaning(name, seal.group(1), body(name, content), paths);
    }

    private static String body(String name, String content) {
        Matcher version = VERSION_LINE.matcher(content).region(FORMAT.length(), content.length());
        if (!version.lookingAt()) {
            throw damaged(name, "a format version in line 2, found none");
        }
        int found = Integer.parseInt(version.group(1));
        if (found > VERSION) {
            throw new HotCopyException(
                    "plan \"" + name + "\" is too new: expected format version " + VERSION + " or lower, found version "
                            + found,
                    "Use the version of hotcopy that wrote it, or a newer one.");
        }
        String body = content.substring(version.end());
        return found == 1 ? LEFT_OUT_BECAUSE.matcher(body).replaceAll("$1instead: \"\"\n$0") + NOTHING_REFUSED : body;
    }

    private static SavedPlan meaning(String name, String seal, String body, Function<String, Path> paths) {
        try {
            PlanDocument document = MAPPER.readValue(body, PlanDocument.class);
            List<Path> declaredIn = document.declaredIn().stream().map(paths).toList();
            return new SavedPlan(seal.substring(0, ID_DIGITS), declaredIn, document.meaning(paths));
        } catch (JsonProcessingException | IllegalArgumentException | DateTimeException broken) {
            throw damaged(name, "a document of this format, found another: " + broken.getMessage());
        }
    }

    private static HotCopyException damaged(String name, String difference) {
        return new HotCopyException(
                "plan \"" + name + "\" is not as it was written: expected " + difference,
                "A plan is applied as it was decided: make another with plan -o FILE.");
    }
}
