package io.hotcopy.shell.keyboard;

import io.hotcopy.shell.keyboard.Colouring.Part;
import io.hotcopy.shell.line.TypedWords;
import io.hotcopy.shell.line.TypedWords.Word;
import io.hotcopy.shell.screen.Ink;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Colours a command line: its name, subcommands, options, and what is quoted. */
final class CommandColours {
    private final CommandShapes shapes;

    CommandColours(CommandShapes shapes) {
        this.shapes = shapes;
    }

    List<Part> of(String line, int cursor) {
        TypedWords typed = TypedWords.of(line);
        List<Word> words = typed.words();
        List<Part> parts = new ArrayList<>();
        parts.add(new Part(words.get(0).start(), words.get(0).end(), Ink.STRONG));
        Optional<CommandWalk> walk = shapes.of(words.get(0).text())
                .map(spec -> new CommandWalk(words.get(0).text(), spec));
        for (Word word : words.subList(1, words.size())) {
            ink(word, walk, word.touches(cursor)).ifPresent(ink -> parts.add(part(line, word, ink)));
        }
        typed.remark().ifPresent(remark -> parts.add(new Part(remark, line.length(), Ink.FAINT)));
        return parts;
    }

    /** Of an option with its value only the option. */
    private static Part part(String line, Word word, Ink ink) {
        int equals = line.indexOf('=', word.start());
        boolean hasValue = ink == Ink.NAMED && equals > 0 && equals < word.end();
        return new Part(word.start(), hasValue ? equals : word.end(), ink);
    }

    private static Optional<Ink> ink(Word word, Optional<CommandWalk> walk, boolean isTyped) {
        CommandWalk.Kind kind = walk.map(known -> known.step(word)).orElse(vendorsKind(word));
        return switch (kind) {
            case SUBCOMMAND -> Optional.of(Ink.STRONG);
            case OPTION -> Optional.of(Ink.NAMED);
            case NO_OPTION -> isTyped ? Optional.empty() : Optional.of(Ink.UNKNOWN);
            case VALUE -> word.isQuoted() ? Optional.of(Ink.QUOTED) : Optional.empty();
        };
    }

    private static CommandWalk.Kind vendorsKind(Word word) {
        return word.text().startsWith("--") ? CommandWalk.Kind.OPTION : CommandWalk.Kind.VALUE;
    }
}
