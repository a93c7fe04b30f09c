package io.hotcopy.shell.complete;

import io.hotcopy.shell.argument.Kind;
import io.hotcopy.shell.complete.WordsToCursor.Typed;
import io.hotcopy.shell.nuocmd.NuocmdWords;
import io.hotcopy.shell.nuocmd.NuocmdWords.Wanted;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

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
            Map.entry("--server-id", Kind.HOST),
            Map.entry("--sg-name", Kind.STORAGE_GROUP),
            Map.entry("--observes", Kind.STORAGE_GROUP),
            Map.entry("--hotcopy-id", Kind.HOT_COPY));

    /** Numbers, formats, ids of processes and words of the person's own. */
    static final Set<String> FREE = Set.of(
            "--api-server",
            "--show-json-fields",
            "--process-filter",
            "--max-rate",
            "--timeout",
            "--coordinator-start-id",
            "--running-for",
            "--process-format",
            "--hotcopy-format",
            "--archive-format",
            "--removed-archive-format",
            "--exited-process-format",
            "--storage-group-format",
            "--server-format",
            "--db-format",
            "--client-token",
            "--num-incarnations",
            "--num-processes",
            "--check-liveness",
            "--expected-incarnation",
            "--options",
            "--labels",
            "--start-id",
            "--key",
            "--value",
            "--expected-value");

    private final KindOffers kinds;

    NuocmdOffers(KindOffers kinds) {
        this.kinds = kinds;
    }

    Completion of(WordsToCursor words) {
        List<String> before = words.texts();
        NuocmdWords next = NuocmdWords.after(before.subList(1, before.size()));
        Typed typed = words.last();
        int equals = typed.text().indexOf('=');
        if (typed.text().startsWith("-") && equals > 0 && typed.parts(equals + 1)) {
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
            next.options().forEach(choice -> offers.add(Offer.of(choice.word(), choice.text(), CommandOffers.OPTIONS)));
        }
        return completion(typed, offers);
    }

    private List<Offer> values(Wanted wanted, String typed) {
        if (!wanted.choices().isEmpty()) {
            return wanted.choices().stream()
                    .map(choice -> Offer.of(choice, "", ArgumentOffers.VALUES))
                    .toList();
        }
        boolean isSecondOfPair = wanted.option().equals("--backup-dirs") && wanted.index() % 2 == 1;
        Kind kind = isSecondOfPair ? Kind.DIRECTORY : KINDS.getOrDefault(wanted.option(), Kind.FREE);
        return kinds.of(kind, typed);
    }

    private static Completion completion(Typed typed, List<Offer> offers) {
        return new Completion(typed.start(), typed.text(), new Quoting.OfCommands(typed.quote()), offers);
    }
}
