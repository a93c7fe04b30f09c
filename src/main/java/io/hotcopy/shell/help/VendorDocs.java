package io.hotcopy.shell.help;

import io.hotcopy.shell.help.ArgumentDoc.Taken;
import io.hotcopy.shell.nuocmd.Nuocmd;
import io.hotcopy.shell.nuocmd.VendorLine;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The vendor's lines in the form in which our own commands are described: verbs as commands, nouns inside them. */
final class VendorDocs {
    static final String NAME = "nuocmd";

    private VendorDocs() {}

    /** The lines inside {@code nuocmd}. */
    static List<CommandDoc> verbs() {
        Map<String, List<CommandDoc>> verbs = new LinkedHashMap<>();
        Nuocmd.described().forEach(line -> verbs.computeIfAbsent(line.verb(), verb -> new ArrayList<>())
                .add(line(line)));
        return verbs.entrySet().stream()
                .map(verb -> verb(verb.getKey(), verb.getValue()))
                .toList();
    }

    /** The options of {@code nuocmd} that may stand before a verb. */
    static List<ArgumentDoc> options() {
        return Nuocmd.options().stream().map(VendorDocs::option).toList();
    }

    private static CommandDoc verb(String verb, List<CommandDoc> nouns) {
        return new CommandDoc(
                List.of(NAME, verb),
                "",
                List.of(),
                NAME + " " + verb + " NOUN ...",
                List.of(),
                List.of(),
                List.of(),
                nouns);
    }

    private static CommandDoc line(VendorLine line) {
        VendorTexts.Said said = VendorTexts.ofLine(line.words())
                .orElseThrow(() -> new IllegalStateException("nothing is said of nuocmd " + line.words()));
        return new CommandDoc(
                List.of(NAME, line.verb(), line.noun()),
                CommandPage.sentence(said.text()),
                List.of(),
                line.usage().replaceFirst("^usage: ", ""),
                List.of(),
                line.options().stream().map(VendorDocs::option).toList(),
                List.of(said.example()),
                List.of());
    }

    private static ArgumentDoc option(VendorLine.VendorOption option) {
        String text = VendorTexts.ofOption(option.name())
                .orElseThrow(() -> new IllegalStateException("nothing is said of the vendor's " + option.name()));
        String label = option.usage().substring(option.name().length()).strip();
        return new ArgumentDoc(
                List.of(option.name()), label, text, option.choices(), taken(option), option.isRequired(), false);
    }

    private static Taken taken(VendorLine.VendorOption option) {
        boolean isPath = option.name().endsWith("-path") || option.name().matches("--.*backup-dirs?");
        return isPath ? Taken.DIRECTORIES : Taken.NOWHERE;
    }
}
