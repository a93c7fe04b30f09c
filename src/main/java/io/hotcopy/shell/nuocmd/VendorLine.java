package io.hotcopy.shell.nuocmd;

import java.util.List;

/**
 * What may be said in one of the vendor's lines.
 *
 * @param verb its first word
 * @param noun its second
 * @param usage as the vendor's client shows it, with line breaks
 * @param options those that its help shows
 */
public record VendorLine(String verb, String noun, String usage, List<VendorOption> options) {

    /**
     * An option of such a line.
     *
     * @param name with its dashes
     * @param usage with what follows: {@code --db-name DB_NAME}
     * @param takesWords whether words follow
     * @param choices the only words that may follow; empty for any
     * @param isRequired whether it must be given
     */
    public record VendorOption(
            String name, String usage, boolean takesWords, List<String> choices, boolean isRequired) {

        private static VendorOption of(Option option) {
            return new VendorOption(
                    option.name(),
                    option.usage(),
                    option.words() != Option.Words.NONE,
                    option.choices(),
                    option.required());
        }
    }

    static VendorLine of(NuocmdLine line) {
        return new VendorLine(line.verb(), line.noun(), line.grammar().usage(), options(line.grammar()));
    }

    static List<VendorOption> options(Grammar grammar) {
        return grammar.options().stream()
                .filter(option -> !option.hidden() && !option.name().equals("-h"))
                .map(VendorOption::of)
                .toList();
    }

    /** Verb and noun. */
    public String words() {
        return verb + " " + noun;
    }
}
