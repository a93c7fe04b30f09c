package io.hotcopy.shell.help;

import io.hotcopy.dsl.Vocabulary;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The whole manual as the page that {@code man hotcopy} shows. */
final class ManPage {
    private final List<CommandDoc> docs;
    private final Roff page = new Roff();

    /** @param docs what is said of the commands, in their order */
    ManPage(List<CommandDoc> docs) {
        this.docs = docs;
    }

    String text() {
        page.remark("Written by `scripts/hotcopy help --as man > src/dist/man/hotcopy.1`: do not edit.");
        page.title("HOTCOPY", 1, "hotcopy manual");
        page.section("NAME");
        page.text("hotcopy - hot copies of databases made of several storage managers");
        synopsis();
        page.section("DESCRIPTION");
        page.text("People declare domains, storage groups and backup policies in a small language. hotcopy checks what"
                + " they declare, plans from it, carries the plan out while the database works, and verifies and"
                + " restores every copy to one exact commit.");
        page.text(
                "Without arguments it is a shell. What stands below as a command is a line of that shell, and most are"
                        + " also the arguments of the program.");
        page.section("COMMANDS");
        docs.stream().flatMap(CommandDoc::all).forEach(this::command);
        page.section("THE LANGUAGE");
        WordHelp.places().forEach(this::words);
        Topics.all().forEach(this::topic);
        return page.toString();
    }

    private void synopsis() {
        page.section("SYNOPSIS");
        page.text("hotcopy");
        page.text("hotcopy COMMAND [ARGUMENT ...]");
        page.text("hotcopy -c LINE [-c LINE ...]");
        page.text("hotcopy -h | --help | -V | --version");
    }

    private void command(CommandDoc doc) {
        if (doc.summary().isEmpty()) {
            return; // a verb of the vendor's, which is nothing without its noun
        }
        page.part(doc.words());
        page.text(doc.summary());
        page.code(doc.synopsis());
        doc.places().forEach(place -> page.term(place.typed(), place.text()));
        doc.ownOptions().forEach(option -> page.term(option.typed(), option.text()));
        doc.more().forEach(page::text);
        if (!doc.examples().isEmpty()) {
            page.text("For example:");
            page.code(String.join("\n", doc.examples()));
        }
    }

    private void words(List<String> path, List<Vocabulary.Entry> words) {
        page.part(path.isEmpty() ? "At the top of a declaration" : "Inside " + String.join(" ", path));
        words.forEach(word -> {
            page.term(word.name(), CommandPage.sentence(word.text()) + named(word));
            page.code(WordHelp.shown(word));
        });
    }

    private static String named(Vocabulary.Entry word) {
        return word.arguments().stream()
                .filter(argument -> !argument.name().isEmpty())
                .map(argument -> " " + argument.name() + ": " + WordPage.said(argument) + ".")
                .collect(Collectors.joining());
    }

    private void topic(Topic topic) {
        page.section(topic.title().toUpperCase(Locale.ROOT));
        topic.parts().forEach(part -> {
            if (part instanceof Topic.Text text) {
                page.text(text.text());
            } else if (part instanceof Topic.Terms terms) {
                terms.terms().forEach(term -> page.term(term.name(), term.text()));
            } else if (part instanceof Topic.Typed typed) {
                page.code(typed.lines().stream().map(Topic.TypedLine::line).collect(Collectors.joining("\n")));
            }
        });
    }
}
