package io.hotcopy.model;

import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.DatabaseName;
import io.hotcopy.term.HotCopyType;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The directory of a policy's copies, with placeholders: {@code backups/{group}/{database}-{date}-archive-{archive}}.
 *
 * @param base where a relative directory starts: the directory of the declaring file
 * @param text as written; every name in braces is a {@link Placeholder}
 */
public record DirectoryPattern(Path base, String text) {

    private static final Pattern BRACED = Pattern.compile("\\{([^{}]*)}");

    public DirectoryPattern {
        for (Mention mention : mentionsIn(text)) {
            if (mention.placeholder().isEmpty()) {
                throw new IllegalArgumentException("unknown placeholder {" + mention.name() + "} in \"" + text + "\"");
            }
        }
    }

    /** What a name in braces stands for. */
    public enum Placeholder {
        DOMAIN(values -> values.database().domain()),
        DATABASE(values -> values.database().database()),
        POLICY(Values::policy),
        GROUP(Values::group),
        ARCHIVE(values -> values.archive().toString()),
        REGION(Values::region),
        /** The day of the run: {@code 2021-12-18}. */
        DATE(values -> DateTimeFormatter.ISO_LOCAL_DATE.format(values.at())),
        /** The time of the run to the second: {@code 013000}. */
        TIME(values -> DateTimeFormatter.ofPattern("HHmmss", Locale.ROOT).format(values.at())),
        TYPE(values -> values.type().word());

        private final Function<Values, String> value;

        Placeholder(Function<Values, String> value) {
            this.value = value;
        }

        /** As written between the braces. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Every placeholder as written, without braces. */
        public static List<String> words() {
            return Arrays.stream(values()).map(Placeholder::word).toList();
        }
    }

    /**
     * What the placeholders are replaced with.
     *
     * @param region where the archive's storage manager runs
     * @param at the instant of the run, in the time zone of the policy
     */
    public record Values(
            DatabaseName database,
            String policy,
            String group,
            ArchiveId archive,
            String region,
            HotCopyType type,
            ZonedDateTime at) {}

    /**
     * A name in braces.
     *
     * @param name as written; perhaps no placeholder
     * @param offset of its opening brace in the text
     */
    public record Mention(String name, int offset) {

        /** What the name stands for; empty when it is no placeholder. */
        public Optional<Placeholder> placeholder() {
            return Arrays.stream(Placeholder.values())
                    .filter(placeholder -> placeholder.word().equals(name))
                    .findFirst();
        }
    }

    /** The names in braces, known or not, in the order of the text. */
    public static List<Mention> mentionsIn(String text) {
        List<Mention> mentions = new ArrayList<>();
        Matcher matcher = BRACED.matcher(text);
        while (matcher.find()) {
            mentions.add(new Mention(matcher.group(1), matcher.start()));
        }
        return mentions;
    }

    /** What is left of the text when every name in braces is taken out. */
    public static String withoutMentions(String text) {
        return BRACED.matcher(text).replaceAll("");
    }

    public boolean mentions(Placeholder placeholder) {
        return text.contains("{" + placeholder.word() + "}");
    }

    /**
     * The directory above all that the placeholders name, or the parent of the directory when there are none. It must
     * exist: where it does not, a volume is not mounted or a name is mistyped. What lies below it is made as needed.
     */
    public Path root() {
        int firstName = text.indexOf('{');
        int end = text.lastIndexOf('/', firstName < 0 ? text.length() - 1 : firstName);
        return end < 0
                ? base
                : base.resolve(text.substring(0, Math.max(end, 1))).normalize();
    }

    /** The directory for these values, relative only when the base is. */
    public Path resolve(Values values) {
        String filled = BRACED.matcher(text)
                .replaceAll(match -> Matcher.quoteReplacement(new Mention(match.group(1), match.start())
                        .placeholder()
                        .orElseThrow()
                        .value
                        .apply(values)));
        return base.resolve(filled).normalize();
    }

    @Override
    public String toString() {
        return text;
    }
}
