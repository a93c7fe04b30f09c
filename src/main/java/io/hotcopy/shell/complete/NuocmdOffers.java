package io.hotcopy.shell.complete;

import io.hotcopy.shell.argument.Kind;
import io.hotcopy.shell.complete.TypedWords.Typed;
import io.hotcopy.shell.nuocmd.NuocmdWords;
import io.hotcopy.shell.nuocmd.NuocmdWords.Wanted;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What may follow on the vendor's own lines: words and options by their grammar, values by what they name here. */
final class NuocmdOffers {
    /** What the values of options name; of {@code --backup-dirs} the second of each pair is a directory. */
    static final Map<String, Kind> KINDS = Map.ofEntries(
            Map.entry("--db-name", Kind.DATABASE),
            Map.entry("--backup-dirs", Kind.ARCHIVE),
            Map.entry("--default-backup-dir", Kind.DIRECTORY),
            Map.entry("--archive-path", Kind.DIRECTORY),
            Map.entry("--journal-path", Kind.DIRECTORY),
            Map.entry("--snapshot-archive-path", Kind.DIRECTORY),
            Map.entry("--archive-id", Kind.ARCHIVE),
            Map.entry("--archive-ids", Kind.ARCHIVE),
            Map.entry("--sg-name", Kind.STORAGE_GROUP),
            Map.entry("--observes", Kind.STORAGE_GROUP),
            Map.entry("--hotcopy-id", Kind.HOT_COPY));

    private final KindOffers kinds;
    private final DeclaredOffers declared;

    NuocmdOffers(KindOffers kinds, DeclaredOffers declared) {
        this.kinds = kinds;
        this.declared = declared;
    }

    Completion of(TypedWords words) {
        List<String> before = words.texts();
        NuocmdWords next = NuocmdWords.after(before.subList(1, before.size()));
        Typed typed = words.last();
        int equals = typed.text().indexOf('=');
        if (typed.text().startsWith("-") && equals > 0 && typed.quote().isEmpty()) {
            Typed value = typed.from(equals + 1);
            String name = typed.text().substring(0, equals);
            return completion(
                    value,
                    next.valueOf(name)
                            .map(wanted -> values(wanted, value.text()))
                            .orElse(List.of()));
        }
        List<Offer> offers = new ArrayList<>();
        boolean isOption = typed.text().startsWith("-");
        if (!isOption) {
            next.wanted().ifPresent(wanted -> offers.addAll(values(wanted, typed.text())));
        }
        if (!isOption && next.mayEnd() && offers.isEmpty()) {
            next.words()
                    .forEach(choice -> offers.add(Offer.of(choice.word(), choice.text(), CommandOffers.SUBCOMMANDS)));
        }
        if (next.mayEnd() && (isOption || offers.isEmpty())) {
            next.options()
                    .forEach(choice -> offers.add(Offer.of(choice.word(), choice.text(), CommandOffers.OPTIONS)));
        }
        return completion(typed, offers);
    }

    private List<Offer> values(Wanted wanted, String typed) {
        if (!wanted.choices().isEmpty()) {
            return wanted.choices().stream()
                    .map(choice -> Offer.of(choice, "", ArgumentOffers.VALUES))
                    .toList();
        }
        if (wanted.option().equals("--server-id")) {
            return declared.hosts();
        }
        boolean isSecondOfPair = wanted.option().equals("--backup-dirs") && wanted.index() % 2 == 1;
        Kind kind = isSecondOfPair ? Kind.DIRECTORY : KINDS.getOrDefault(wanted.option(), Kind.FREE);
        return kinds.of(kind, typed);
    }

    private static Completion completion(Typed typed, List<Offer> offers) {
        return new Completion(typed.start(), typed.text(), new Quoting.OfCommands(typed.quote()), offers);
    }
}
