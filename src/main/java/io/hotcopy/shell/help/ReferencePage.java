package io.hotcopy.shell.help;

import io.hotcopy.dsl.Vocabulary;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The whole manual as one page in Markdown. */
final class ReferencePage {
    private final Map<String, List<CommandDoc>> byTopic;
    private final Markdown page = new Markdown();

    /** @param docs what is said of the commands, in their order */
    ReferencePage(List<CommandText> commands, List<CommandDoc> docs) {
        this.byTopic = IntStream.range(0, docs.size())
                .boxed()
                .collect(Collectors.groupingBy(
                        at -> commands.get(at).topic(),
                        LinkedHashMap::new,
                        Collectors.mapping(docs::get, Collectors.toList())));
    }

    String text() {
        page.remark("Written by `scripts/hotcopy help --as reference > src/docs/reference.md`: do not edit.");
        page.heading(1, "Reference");
        page.text(
                "Every command, every word of the language, and what they have in common. `help` of the shell says the"
                        + " same, `man hotcopy` too. Every command has `-h` and `--help`; the vendor's"
                        + " lines are those of"
                        + " `nuocmd` and `nuoarchive`.");
        commands();
        words();
        Topics.all().forEach(this::topic);
        return page.toString();
    }

    private void commands() {
        page.heading(2, "Commands");
        byTopic.forEach((topic, docs) -> {
            page.heading(3, CommandPage.sentence(topic).replaceFirst("\\.$", ""));
            docs.stream().flatMap(CommandDoc::all).forEach(this::command);
        });
    }

    private void command(CommandDoc doc) {
        if (doc.summary().isEmpty()) {
            return; // a verb of the vendor's, which is nothing without its noun
        }
        page.heading(4, doc.words());
        page.text(doc.summary());
        page.code("", doc.synopsis());
        page.table("argument", "says", doc.places().stream().toList(), ArgumentDoc::typed, ArgumentDoc::text);
        page.table("option", "says", doc.ownOptions(), ArgumentDoc::typed, ArgumentDoc::text);
        doc.more().forEach(page::text);
        page.code("", String.join("\n", doc.examples()));
    }

    private void words() {
        page.heading(2, "The language");
        WordHelp.places().forEach((path, words) -> {
            page.heading(3, path.isEmpty() ? "At the top of a declaration" : "Inside " + String.join(" ", path));
            words.forEach(this::word);
        });
    }

    private void word(Vocabulary.Entry word) {
        page.heading(4, word.name());
        page.text(CommandPage.sentence(word.text())
                + (word.isRequired() ? " It must be there." : "")
                + (word.isOnce() ? " It may stand only once." : ""));
        page.table("argument", "says", word.arguments(), ReferencePage::typed, WordPage::said);
        page.code("groovy", WordHelp.shown(word));
        page.code("yaml", word.inYaml());
    }

    private static String typed(Vocabulary.Argument argument) {
        return argument.name().isEmpty() ? (argument.isList() ? "VALUE, ..." : "VALUE") : argument.name() + ":";
    }

    private void topic(Topic topic) {
        page.heading(2, CommandPage.sentence(topic.title()).replaceFirst("\\.$", ""));
        topic.parts().forEach(part -> {
            if (part instanceof Topic.Text text) {
                page.text(text.text());
            } else if (part instanceof Topic.Terms terms) {
                page.table("", "", terms.terms(), Topic.Term::name, Topic.Term::text);
            } else if (part instanceof Topic.Typed typed) {
                page.code(
                        typed.kind() == Topic.Kind.COMMANDS ? "" : "groovy",
                        typed.lines().stream().map(ReferencePage::line).collect(Collectors.joining("\n")));
            }
        });
    }

    static String line(Topic.TypedLine typed) {
        return typed.remark().isEmpty() ? typed.line() : String.format("%-60s # %s", typed.line(), typed.remark());
    }
}
