package io.hotcopy.shell.complete;

import io.hotcopy.shell.argument.Kind;
import io.hotcopy.shell.argument.Takes;
import java.lang.reflect.AnnotatedElement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Model.ArgSpec;

/** What one option or place of a command may take, by its type and by what it says that it takes. */
final class ArgumentOffers {
    static final String VALUES = "values";

    private final KindOffers kinds;
    private final HelpOffers help;

    ArgumentOffers(KindOffers kinds, HelpOffers help) {
        this.kinds = kinds;
        this.help = help;
    }

    List<Offer> of(ArgSpec argument, String typed, CommandWalk walk) {
        Class<?> type = argument.auxiliaryTypes()[0];
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants())
                    .map(constant -> value(constant.toString().toLowerCase(Locale.ROOT)))
                    .toList();
        }
        List<Offer> offers = new ArrayList<>();
        if (argument.completionCandidates() != null) {
            argument.completionCandidates().forEach(word -> offers.add(value(word)));
        }
        wordsOf(argument).forEach(word -> offers.add(value(word)));
        for (Kind kind : kindsOf(argument)) {
            offers.addAll(kind == Kind.HELP_TOPIC ? help.after(walk.placed()) : kinds.of(kind, typed));
        }
        return offers.stream()
                .filter(offer -> !argument.isMultiValue() || !walk.placed().contains(offer.value()))
                .toList();
    }

    /** A word that ends with a sign wants something right behind it. */
    private static Offer value(String word) {
        return word.endsWith("=") ? Offer.beginning(word, "", VALUES) : Offer.of(word, "", VALUES);
    }

    static boolean isOf(ArgSpec argument, Kind kind) {
        return kindsOf(argument).contains(kind);
    }

    static boolean isLine(ArgSpec argument) {
        return isOf(argument, Kind.LINE);
    }

    static List<Kind> kindsOf(ArgSpec argument) {
        return takes(argument).map(takes -> List.of(takes.value())).orElse(List.of());
    }

    static List<String> wordsOf(ArgSpec argument) {
        return takes(argument).map(takes -> List.of(takes.words())).orElse(List.of());
    }

    private static Optional<Takes> takes(ArgSpec argument) {
        return Optional.ofNullable(argument.userObject())
                .filter(AnnotatedElement.class::isInstance)
                .map(element -> ((AnnotatedElement) element).getAnnotation(Takes.class));
    }
}
