package io.hotcopy.shell.complete;

import io.hotcopy.shell.argument.Kind;
import io.hotcopy.term.HotCopyType;
import io.hotcopy.verb.KnownNames;
import io.hotcopy.verb.KnownNames.Known;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a place of some kind may take. */
final class KindOffers {
    private static final Pattern NUMBER = Pattern.compile("(\\d+)(\\.\\w*)?");
    private static final List<String> TIME_UNITS = List.of("seconds", "minutes", "hours", "days", "weeks");
    private static final List<Offer> SET_WORDS = List.of(
            Offer.of("latest", "the newest state there is", Kind.SET.plural()),
            Offer.of("latest-full", "the newest complete collection", Kind.SET.plural()),
            Offer.of("oldest", "the oldest complete collection", Kind.SET.plural()));

    private final DeclaredOffers declared;
    private final Supplier<KnownNames> known;
    private final PathOffers paths;
    private final PolicyNames policies;

    /** @param known what names are known, without a look at any disk */
    KindOffers(DeclaredOffers declared, Supplier<KnownNames> known, PathOffers paths, PolicyNames policies) {
        this.declared = declared;
        this.known = known;
        this.paths = paths;
        this.policies = policies;
    }

    /**
     * What such a place may take.
     *
     * @param typed what stands there so far
     * @return not for {@link Kind#HELP_TOPIC} and {@link Kind#LINE}, which depend on the words before
     */
    List<Offer> of(Kind kind, String typed) {
        return switch (kind) {
            case DOMAIN -> declared.domains();
            case DATABASE -> declared.databases();
            case FULL_DATABASE -> declared.fullDatabases();
            case ARCHIVE -> declared.archives("");
            case STORAGE_GROUP -> declared.storageGroups();
            case REGION -> declared.regions();
            case HOST -> declared.hosts();
            case BACKUP_GROUP -> declared.backupGroups();
            case WHAT -> what(typed);
            case SET -> sets(typed);
            case ELEMENT -> offers(known.get().elements(), kind);
            case TABLE ->
                together(offers(known.get().tables(), kind), offers(known.get().openedTables(), kind));
            case OWN_TABLE -> offers(known.get().tables(), kind);
            case OPENED -> offers(known.get().opened(), kind);
            case HOT_COPY -> offers(known.get().hotCopies(), kind);
            case FAILURE -> declared.failures();
            case RUN_TYPE -> types();
            case DURATION -> durations(typed);
            case DECLARATION_FILE -> declarations(typed);
            case SCRIPT_FILE -> paths.endingWith(typed, ".groovy");
            case PLAN_FILE -> paths.endingWith(typed, ".yaml", ".yml");
            case FILE -> paths.any(typed);
            case DIRECTORY -> paths.directories(typed);
            case HELP_TOPIC, LINE, FREE -> List.of();
        };
    }

    private List<Offer> declarations(String typed) {
        return paths.endingWith(typed, ".groovy", ".yaml", ".yml");
    }

    /** A loaded policy, FILE, or FILE#policy. */
    private List<Offer> what(String typed) {
        int hash = typed.indexOf('#');
        if (hash >= 0) {
            String file = typed.substring(0, hash);
            return policies.in(file).stream()
                    .map(name -> Offer.of(file + "#" + name, "", Kind.WHAT.plural()))
                    .toList();
        }
        return together(declared.policies(), declarations(typed));
    }

    /** Words and names; the directories only when a path is begun, for there may be many that hold no set. */
    private List<Offer> sets(String typed) {
        List<Offer> named = together(SET_WORDS, offers(known.get().sets(), Kind.SET));
        boolean isPath = typed.contains("/") || typed.startsWith(".");
        boolean isKnown = named.stream().anyMatch(offer -> offer.begins(typed));
        return isPath || !isKnown ? together(named, paths.directories(typed)) : named;
    }

    private static List<Offer> types() {
        return Arrays.stream(HotCopyType.values())
                .map(type -> Offer.of(type.word(), "", Kind.RUN_TYPE.plural()))
                .toList();
    }

    /** The units, once there is a number for them. */
    static List<Offer> durations(String typed) {
        Matcher number = NUMBER.matcher(typed);
        return number.matches()
                ? TIME_UNITS.stream()
                        .map(unit -> Offer.of(number.group(1) + "." + unit, "", Kind.DURATION.plural()))
                        .toList()
                : List.of();
    }

    private static List<Offer> offers(List<Known> names, Kind kind) {
        return names.stream().map(name -> Offer.of(name, kind.plural())).toList();
    }

    private static List<Offer> together(List<Offer> first, List<Offer> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }
}
