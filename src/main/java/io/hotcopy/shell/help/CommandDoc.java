package io.hotcopy.shell.help;

import java.util.List;
import java.util.stream.Stream;

/**
 * All that is said of a command, in a form that no page is needed to understand.
 *
 * @param path the words that name it: {@code sm}, {@code stop}
 * @param summary the first sentence
 * @param more further paragraphs
 * @param synopsis how its line is put together, on one line or several
 * @param places what is given by place, in order
 * @param options the others
 * @param examples lines as a person types them
 * @param inner the commands inside it
 */
record CommandDoc(
        List<String> path,
        String summary,
        List<String> more,
        String synopsis,
        List<ArgumentDoc> places,
        List<ArgumentDoc> options,
        List<String> examples,
        List<CommandDoc> inner) {

    /** The same with other options, and with commands inside in place of a list of them. */
    CommandDoc with(List<ArgumentDoc> others, List<CommandDoc> inside) {
        return new CommandDoc(path, summary, more.subList(0, 1), synopsis, places, others, examples, inside);
    }

    /** The same with one more paragraph. */
    CommandDoc with(String paragraph) {
        List<String> longer = Stream.concat(more.stream(), Stream.of(paragraph)).toList();
        return new CommandDoc(path, summary, longer, synopsis, places, options, examples, inner);
    }

    String name() {
        return path.get(path.size() - 1);
    }

    String words() {
        return String.join(" ", path);
    }

    /** Options but that for help, which every command has. */
    List<ArgumentDoc> ownOptions() {
        return options.stream().filter(option -> !option.isHelp()).toList();
    }

    /** This and all inside it, outermost first. */
    Stream<CommandDoc> all() {
        return Stream.concat(Stream.of(this), inner.stream().flatMap(CommandDoc::all));
    }
}
