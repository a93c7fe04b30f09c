package io.hotcopy.shell.complete;

import io.hotcopy.dsl.TypedText;
import io.hotcopy.dsl.TypedText.Place;
import io.hotcopy.dsl.Vocabulary;
import io.hotcopy.dsl.Vocabulary.Argument;
import io.hotcopy.dsl.Vocabulary.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What may be typed in a declaration: words where they may stand, names of arguments, and values. */
final class DeclarationOffers {
    static final String NEEDED = "needed here";
    static final String WORDS = "words";
    static final String ARGUMENTS = "arguments";

    private final WordValueOffers values;

    DeclarationOffers(WordValueOffers values) {
        this.values = values;
    }

    /** Whether the place belongs to the language at all. */
    static boolean isIn(Place place) {
        return place.enclosing().isEmpty()
                ? entry(place).isPresent()
                : !Vocabulary.wordsInside(place.enclosing()).isEmpty();
    }

    /** @param typed what stands at the place so far */
    Completion at(TypedText text, String typed) {
        Place place = text.place();
        return switch (place.slot()) {
            case WORD -> completion(place, typed, words(place));
            case ARGUMENT ->
                entry(place)
                        .map(entry -> argument(entry, text, typed))
                        .orElseGet(() -> completion(place, typed, List.of()));
            case VALUE ->
                entry(place)
                        .flatMap(entry -> named(entry, place.argument()))
                        .map(argument -> values.of(argument, text, typed))
                        .orElseGet(() -> completion(place, typed, List.of()));
            case MEMBER, NOTHING -> completion(place, typed, List.of());
        };
    }

    private static List<Offer> words(Place place) {
        return Vocabulary.wordsInside(place.enclosing()).stream()
                .filter(entry -> !entry.isOnce() || !place.siblings().contains(entry.name()))
                .map(entry ->
                        word(entry, entry.isRequired() && !place.siblings().contains(entry.name()) ? NEEDED : WORDS))
                .toList();
    }

    /** A word with a block is written as a call: its name stands in the parentheses. */
    static Offer word(Entry entry, String group) {
        return entry.hasBlock()
                ? Offer.beginning(entry.name() + "('", entry.text(), group)
                : Offer.of(entry.name(), entry.text(), group);
    }

    /** A value by place, or the name of an argument, unless a quote says that it is a value. */
    private Completion argument(Entry entry, TypedText text, String typed) {
        Place place = text.place();
        List<Argument> placed = entry.arguments().stream()
                .filter(argument -> argument.name().isEmpty())
                .toList();
        Optional<Argument> next = placed.isEmpty()
                ? Optional.empty()
                : place.index() < placed.size()
                        ? Optional.of(placed.get(place.index()))
                        : Optional.of(placed.get(placed.size() - 1)).filter(Argument::isList);
        Optional<Completion> value = next.map(argument -> values.of(argument, text, typed));
        if (!place.quote().isEmpty() || (next.isPresent() && next.get().isRequired() && place.index() == 0)) {
            return value.orElseGet(() -> completion(place, typed, List.of()));
        }
        List<Offer> offers = new ArrayList<>(value.map(Completion::offers).orElse(List.of()));
        entry.arguments().stream()
                .filter(argument -> !argument.name().isEmpty() && !place.given().contains(argument.name()))
                .map(argument -> Offer.of(argument.name() + ":", argument.text(), ARGUMENTS))
                .forEach(offers::add);
        return completion(place, typed, offers);
    }

    private static Completion completion(Place place, String typed, List<Offer> offers) {
        return new Completion(place.start(), typed, Quoting.NONE, offers);
    }

    private static Optional<Entry> entry(Place place) {
        return Vocabulary.wordsInside(place.enclosing()).stream()
                .filter(entry -> entry.name().equals(place.word()))
                .findFirst();
    }

    private static Optional<Argument> named(Entry entry, String name) {
        return entry.arguments().stream()
                .filter(argument -> argument.name().equals(name))
                .findFirst();
    }
}
