package io.hotcopy.shell.help;

import io.hotcopy.dsl.Nearest;
import io.hotcopy.dsl.Vocabulary;
import io.hotcopy.shell.screen.Lines;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import picocli.CommandLine;

/** Everything that there is to read, by its name. */
public final class Manual {
    private final List<CommandText> commands;
    private final int width;
    private final Map<String, Supplier<Lines>> lists;

    /**
     * @param commands in the order in which they are listed
     * @param width columns of a line
     */
    public Manual(List<CommandText> commands, int width) {
        this.commands = List.copyOf(commands);
        this.width = width;
        Overview overview = new Overview(this.commands, width);
        this.lists = Map.of("commands", overview::commands, "words", overview::words, "topics", overview::topics);
    }

    /** What is explained besides commands and words: the titles of these topics by their names. */
    public static Map<String, String> topics() {
        Map<String, String> topics = new LinkedHashMap<>();
        Topics.all().forEach(topic -> topics.put(topic.name(), topic.title()));
        return topics;
    }

    /** What there is, on one screen. */
    public Lines overview() {
        return new Overview(commands, width).lines();
    }

    /** The same after how the program is called. */
    public Lines program() {
        return new Overview(commands, width).program();
    }

    /**
     * What is said under a name: a command with the words of those inside it, a word of the language perhaps with the
     * words around it before it, a topic. All of these when several have the name.
     *
     * @param words what a person has typed after {@code help}; one at least
     * @return empty when there is nothing of that name
     */
    public Optional<Lines> about(List<String> words) {
        List<Lines> found = new ArrayList<>();
        command(words).ifPresent(found::add);
        found.addAll(new VendorPage(width).of(words));
        found.addAll(language(words));
        if (words.size() == 1) {
            Topics.named(words.get(0)).map(new TopicPage(width)::of).ifPresent(found::add);
            Optional.ofNullable(lists.get(words.get(0))).map(Supplier::get).ifPresent(found::add);
        }
        return found.isEmpty() ? Optional.empty() : Optional.of(joined(found));
    }

    /** What a person has meant who has typed words that are no name; in the words to be typed. */
    public Optional<String> nearest(List<String> words) {
        Optional<CommandDoc> command = words.size() > 1 ? doc(words.get(0)) : Optional.empty();
        List<String> inside = command.stream()
                .flatMap(doc -> doc.inner().stream())
                .map(CommandDoc::name)
                .toList();
        return inside.isEmpty()
                ? Nearest.to(words.get(0), names())
                : Nearest.to(words.get(1), inside).map(near -> words.get(0) + " " + near);
    }

    /** Every name of one word. */
    public List<String> names() {
        return Stream.of(
                        commands.stream().map(CommandText::name),
                        WordHelp.all().stream(),
                        Topics.names().stream(),
                        new TreeSet<>(lists.keySet()).stream())
                .flatMap(names -> names)
                .distinct()
                .toList();
    }

    /** Everything, as one text that ends with a line feed. */
    public String written(Form form) {
        return switch (form) {
            case REFERENCE -> new ReferencePage(commands, docs()).text();
            case MAN -> new ManPage(docs()).text();
            case BASH -> new BashCompletion(docsOfThoseAlone(), names()).text();
            case ZSH -> new ZshCompletion(docsOfThoseAlone(), names()).text();
        };
    }

    /** All that is said of each command. */
    List<CommandDoc> docs() {
        return commands.stream().map(Manual::doc).toList();
    }

    private List<CommandDoc> docsOfThoseAlone() {
        return commands.stream().filter(CommandText::isAlone).map(Manual::doc).toList();
    }

    private Optional<CommandDoc> doc(String name) {
        return named(name).map(Manual::doc);
    }

    private static CommandDoc doc(CommandText command) {
        CommandDoc doc = CommandReader.read(command.picocli().get());
        if (command.name().equals(VendorDocs.NAME)) {
            return doc.with(VendorDocs.options(), VendorDocs.verbs());
        }
        return command.isAlone()
                ? doc
                : doc.with("Only in the shell: it is about what other lines have loaded or started.");
    }

    private Optional<CommandText> named(String name) {
        return commands.stream().filter(command -> command.name().equals(name)).findFirst();
    }

    /** The page that the command itself shows by {@code --help}. */
    private Optional<Lines> command(List<String> words) {
        Optional<CommandLine> line =
                named(words.get(0)).map(found -> found.picocli().get());
        for (String word : words.subList(1, words.size())) {
            line = line.map(outer -> outer.getSubcommands().get(word));
        }
        return line.map(found -> new Lines().add(found.getUsageMessage().stripTrailing()));
    }

    private List<Lines> language(List<String> words) {
        String last = words.get(words.size() - 1);
        List<String> around = words.subList(0, words.size() - 1);
        Map<List<String>, Vocabulary.Entry> places = WordHelp.placesOf(last);
        return places.entrySet().stream()
                .filter(place -> around.isEmpty() || place.getKey().equals(around))
                .map(place -> new WordPage(width).of(place.getKey(), place.getValue()))
                .toList();
    }

    private static Lines joined(List<Lines> pages) {
        Lines joined = new Lines();
        pages.forEach(page -> joined.gap().addAll(page));
        return joined;
    }
}
