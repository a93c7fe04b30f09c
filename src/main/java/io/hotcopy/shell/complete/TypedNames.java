package io.hotcopy.shell.complete;

import io.hotcopy.dsl.TypedText;
import io.hotcopy.dsl.TypedText.Said;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The names that a text declares as far as it is typed: nobody has compiled it yet. */
final class TypedNames {
    private final List<Said> said;

    TypedNames(TypedText text) {
        this.said = text.said();
    }

    /** What was said of a word and argument, each value once, in order. */
    List<String> of(String word, String argument) {
        return said.stream()
                .filter(one -> one.word().equals(word) && one.argument().equals(argument))
                .map(Said::value)
                .distinct()
                .toList();
    }

    /** The databases, each with the domain around it. */
    List<String> databases() {
        List<String> names = new ArrayList<>();
        String domain = "";
        for (Said one : said) {
            if (one.word().equals("domain") && one.argument().isEmpty()) {
                domain = one.value();
            } else if (one.word().equals("database") && one.enclosing().equals(List.of("domain"))) {
                names.add(domain + "/" + one.value());
            }
        }
        return names;
    }

    /** The database that the text's last policy protects. */
    Optional<String> protectedDatabase() {
        List<String> all = of("protects", "");
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    /** One more than the greatest number of an archive that is declared; 0 for the first. */
    int nextArchive() {
        return of("storageManager", "archive").stream()
                        .filter(number -> number.matches("\\d{1,6}"))
                        .mapToInt(Integer::parseInt)
                        .max()
                        .orElse(-1)
                + 1;
    }
}
