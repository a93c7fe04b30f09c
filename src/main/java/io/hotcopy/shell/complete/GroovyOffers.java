package io.hotcopy.shell.complete;

import io.hotcopy.dsl.TypedText.Place;
import io.hotcopy.script.ScriptWords;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What may be typed in a line of Groovy: the verbs of scripts with their named arguments, and the names that are kept.
 */
final class GroovyOffers {
    static final String VERBS = "verbs of scripts";
    static final String NAMES = "names";

    private final Supplier<? extends Collection<String>> names;
    private final VerbArguments arguments;

    /** @param names that earlier lines have given */
    GroovyOffers(Supplier<? extends Collection<String>> names, VerbArguments arguments) {
        this.names = names;
        this.arguments = arguments;
    }

    Completion at(Place place, String typed) {
        if (!place.quote().isEmpty()) {
            return completion(place, typed, arguments.quoted(place, typed));
        }
        return completion(
                place,
                typed,
                switch (place.slot()) {
                    case WORD, VALUE -> all();
                    case ARGUMENT -> arguments(place);
                    case MEMBER ->
                        ScriptWords.membersOf(place.word()).stream()
                                .map(entry -> Offer.beginning(entry.name(), entry.text(), VERBS))
                                .toList();
                    case NOTHING -> List.of();
                });
    }

    /** What an expression may begin with. */
    List<Offer> all() {
        return Stream.concat(verbs().stream(), names().stream()).toList();
    }

    static List<Offer> verbs() {
        return ScriptWords.verbs().stream()
                .map(entry -> Offer.of(entry.name(), entry.text(), VERBS))
                .toList();
    }

    List<Offer> names() {
        return names.get().stream().map(name -> Offer.of(name, "", NAMES)).toList();
    }

    private List<Offer> arguments(Place place) {
        List<Offer> offers = new ArrayList<>();
        ScriptWords.named(place.word()).map(ScriptWords.Entry::named).stream()
                .flatMap(List::stream)
                .filter(name -> !place.given().contains(name))
                .forEach(name -> offers.add(
                        Offer.of(name + ":", arguments.textOf(place.word(), name), DeclarationOffers.ARGUMENTS)));
        offers.addAll(names());
        return offers;
    }

    private static Completion completion(Place place, String typed, List<Offer> offers) {
        return new Completion(place.start(), typed, Quoting.NONE, offers);
    }
}
