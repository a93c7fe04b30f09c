package io.hotcopy.shell.complete;

import io.hotcopy.dsl.TypedText;
import io.hotcopy.dsl.TypedText.Place;
import io.hotcopy.dsl.Vocabulary.Argument;
import io.hotcopy.model.DirectoryPattern;
import io.hotcopy.shell.argument.Kind;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The values that an argument of a word may have: words of the language, names that are declared, units, paths. */
final class WordValueOffers {
    private static final Pattern NUMBER = Pattern.compile("(\\d[\\d_]*(?:\\.\\d+)?)(\\.\\w*)?");
    private static final List<String> SIZE_UNITS = List.of("KB", "MB", "GB", "TB");
    private static final List<String> DAYS = List.of("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun", "Mon-Fri");

    private final DeclaredOffers declared;
    private final KindOffers kinds;
    private final PathOffers paths;

    WordValueOffers(DeclaredOffers declared, KindOffers kinds, PathOffers paths) {
        this.declared = declared;
        this.kinds = kinds;
        this.paths = paths;
    }

    Completion of(Argument argument, TypedText text, String typed) {
        Place place = text.place();
        WordValue value = WordValue.of(place.word(), argument.name());
        if (value == WordValue.PATTERN && !place.quote().isEmpty()) {
            return pattern(place, typed);
        }
        List<Offer> offers = new ArrayList<>();
        if (place.quote().isEmpty()) {
            argument.words().forEach(word -> offers.add(bare(word, "", ArgumentOffers.VALUES)));
        }
        offers.addAll(offers(value, text, typed));
        List<Offer> fresh = offers.stream()
                .filter(offer -> !place.values().contains(plain(offer.value())))
                .toList();
        return new Completion(place.start(), typed, Quoting.NONE, fresh);
    }

    private List<Offer> offers(WordValue value, TypedText text, String typed) {
        TypedNames names = new TypedNames(text);
        String quote = text.place().quote();
        return switch (value) {
            case OWN, PATTERN -> List.of();
            case TRUTH -> List.of(bare("true", "", ArgumentOffers.VALUES), bare("false", "", ArgumentOffers.VALUES));
            case DURATION -> durations(typed);
            case SIZE -> sizes(typed);
            case ARCHIVE ->
                together(
                        declared.archives(names.protectedDatabase().orElse("")),
                        names.of("storageManager", "archive"),
                        Kind.ARCHIVE.plural(),
                        offer -> bare(offer.value(), offer.text(), offer.group()));
            case NEXT_ARCHIVE -> List.of(bare("" + names.nextArchive(), "the next number", Kind.ARCHIVE.plural()));
            case TIME_ZONE -> zones(typed, quote);
            case DAY -> DAYS.stream().map(day -> begun(day + " ", quote)).toList();
            case STORAGE_GROUP ->
                together(
                        declared.storageGroups(),
                        names.of("storageGroups", ""),
                        Kind.STORAGE_GROUP.plural(),
                        quoted(quote));
            case HOST -> together(declared.hosts(), names.of("region", "hosts"), Kind.HOST.plural(), quoted(quote));
            case DATABASE ->
                together(declared.fullDatabases(), names.databases(), Kind.FULL_DATABASE.plural(), quoted(quote));
            case BACKUP_GROUP ->
                together(List.of(), names.of("backupGroup", ""), Kind.BACKUP_GROUP.plural(), quoted(quote));
            case POLICY -> together(declared.policies(), names.of("policy", ""), Kind.WHAT.plural(), quoted(quote));
            case SET -> kinds.of(Kind.SET, typed).stream().map(quoted(quote)).toList();
            case FILE ->
                paths.endingWith(typed, ".groovy", ".yaml", ".yml").stream()
                        .map(offer -> path(offer, quote))
                        .toList();
            case DIRECTORY ->
                paths.directories(typed).stream()
                        .map(offer -> path(offer, quote))
                        .toList();
        };
    }

    /** What is declared, then what the text alone says. */
    private static List<Offer> together(
            List<Offer> declared, List<String> typed, String group, Function<Offer, Offer> written) {
        List<String> known = declared.stream().map(Offer::value).toList();
        Stream<Offer> more =
                typed.stream().filter(name -> !known.contains(name)).map(name -> Offer.of(name, "", group));
        return Stream.concat(declared.stream(), more).map(written).toList();
    }

    private static List<Offer> durations(String typed) {
        return KindOffers.durations(typed).stream()
                .map(offer -> bare(offer.value(), "", offer.group()))
                .toList();
    }

    private static List<Offer> sizes(String typed) {
        Matcher number = NUMBER.matcher(typed);
        return number.matches()
                ? SIZE_UNITS.stream()
                        .map(unit -> bare(number.group(1) + "." + unit, "", Kind.DURATION.plural()))
                        .toList()
                : List.of();
    }

    /** All of them once a letter is typed; before, the usual one. */
    private static List<Offer> zones(String typed, String quote) {
        Stream<String> zones =
                typed.isEmpty() ? Stream.of("UTC") : new TreeSet<>(ZoneId.getAvailableZoneIds()).stream();
        return zones.map(zone -> quoted(quote).apply(Offer.of(zone, "", "time zones")))
                .toList();
    }

    /** What differs between copies, from the last brace on. */
    private static Completion pattern(Place place, String typed) {
        int brace = typed.lastIndexOf('{') > typed.lastIndexOf('}') ? typed.lastIndexOf('{') : typed.length();
        return new Completion(
                place.start() + brace,
                typed.substring(brace),
                Quoting.NONE,
                Arrays.stream(DirectoryPattern.Placeholder.values())
                        .map(one -> Offer.beginning("{" + one.word() + "}", "", ArgumentOffers.VALUES))
                        .toList());
    }

    private static Offer bare(String value, String text, String group) {
        return Offer.beginning(value, text, group);
    }

    private static Offer begun(String value, String quote) {
        return Offer.beginning((quote.isEmpty() ? "'" : "") + value, "", ArgumentOffers.VALUES);
    }

    /** In quotes; a quote that is open is closed. */
    private static Function<Offer, Offer> quoted(String quote) {
        String before = quote.isEmpty() ? "'" : "";
        String after = quote.isEmpty() ? "'" : quote;
        return offer -> Offer.beginning(before + offer.value() + after, offer.text(), offer.group());
    }

    /** The quote of a directory stays open, for more of the path follows. */
    private static Offer path(Offer offer, String quote) {
        return offer.ends() ? quoted(quote).apply(offer) : begun(offer.value(), quote);
    }

    private static String plain(String written) {
        return written.replaceAll("^'|['\"]+$", "");
    }
}
