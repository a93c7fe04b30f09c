package io.hotcopy.shell.page;

import io.hotcopy.shell.screen.Ink;
import io.hotcopy.shell.screen.Lines;
import io.hotcopy.shell.screen.Table;
import io.hotcopy.simulate.ProtectionProof;
import io.hotcopy.simulate.ScenarioProof;
import io.hotcopy.simulate.Worst;
import io.hotcopy.term.StorageGroupName;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jline.utils.AttributedString;

/**
 * One row for each failure: the worst loss and the longest restore, when, and whether that is what was promised. On a
 * narrow terminal it has fewer columns, or none.
 */
final class ProofTable {
    private static final int TOLD = 6;

    private final ProtectionProof proof;
    private final int width;
    private final Wrapped wrapped;

    ProofTable(ProtectionProof proof, int width) {
        this.proof = proof;
        this.width = width;
        this.wrapped = new Wrapped(width);
    }

    void add(Lines lines) {
        Optional<Lines> table = Stream.<Supplier<Lines>>of(
                        () -> wide(ProofWords::at), () -> wide(ProofWords::shortly), this::narrow, this::bare)
                .map(Supplier::get)
                .filter(candidate -> candidate.all().stream().allMatch(line -> line.columnLength() <= width))
                .findFirst();
        if (table.isPresent()) {
            rows(table.get().all(), lines);
        } else {
            proof.scenarios().forEach(scenario -> sentences(scenario, lines));
        }
        restoredSooner(lines);
    }

    /** @param moments writes an instant by the clock of a zone */
    private Lines wide(BiFunction<Instant, ZoneId, String> moments) {
        Table table = new Table("failure", "begins", ">rpo", "lost at", ">rto", "lost at", "verdict");
        for (ScenarioProof scenario : proof.scenarios()) {
            table.row(
                    ProofWords.shortly(scenario.failure()),
                    scenario.begins().map(at -> moments.apply(at, proof.zone())).orElse("-"),
                    rpo(scenario),
                    moments.apply(scenario.whole().rpo().at(), proof.zone()),
                    rto(scenario),
                    moments.apply(scenario.whole().rto().at(), proof.zone()),
                    verdict(scenario));
        }
        return table.lines();
    }

    /** The moment at which a failure begins; without any, that of the worst loss. */
    private Lines narrow() {
        Table table = new Table("failure", "worst moment", ">rpo", ">rto", "verdict");
        for (ScenarioProof scenario : proof.scenarios()) {
            Instant moment = scenario.begins().orElse(scenario.whole().rpo().at());
            table.row(
                    ProofWords.shortly(scenario.failure()),
                    ProofWords.at(moment, proof.zone()),
                    rpo(scenario),
                    rto(scenario),
                    verdict(scenario));
        }
        return table.lines();
    }

    private Lines bare() {
        Table table = new Table("failure", ">rpo", ">rto", "verdict");
        proof.scenarios()
                .forEach(scenario -> table.row(
                        ProofWords.shortly(scenario.failure()), rpo(scenario), rto(scenario), verdict(scenario)));
        return table.lines();
    }

    /** Below each row what a row has no room for. */
    private void rows(List<AttributedString> table, Lines lines) {
        lines.add(table.get(0));
        for (int row = 0; row < proof.scenarios().size(); row++) {
            lines.add(table.get(row + 1));
            below(proof.scenarios().get(row), lines);
        }
    }

    private void sentences(ScenarioProof scenario, Lines lines) {
        String text = ProofWords.failure(scenario.failure()) + ": rpo "
                + ProofWords.time(scenario.whole().rpo()) + ", rto "
                + ProofWords.time(scenario.whole().rto()) + ", " + verdict(scenario);
        wrapped.add(scenario.holds() ? Ink.PLAIN : Ink.BAD, "", text, lines);
        below(scenario, lines);
    }

    private void below(ScenarioProof scenario, Lines lines) {
        scenario.stops().ifPresent(why -> wrapped.add(Ink.CAUTION, "  ", "the database stops: " + why, lines));
        losingLess(scenario).forEach(text -> wrapped.add(Ink.FAINT, "  ", text, lines));
    }

    /** The storage groups that lose less than all together, those of one figure in one line. */
    private static List<String> losingLess(ScenarioProof scenario) {
        Map<String, List<String>> groups = new LinkedHashMap<>();
        String whole = ProofWords.time(scenario.whole().rpo());
        scenario.groups().forEach((group, exposed) -> {
            String alone = ProofWords.time(exposed.rpo());
            if (!alone.equals(whole)) {
                groups.computeIfAbsent(alone, none -> new ArrayList<>()).add(group.value());
            }
        });
        return groups.entrySet().stream()
                .map(entry -> some(entry.getValue(), " ") + " alone: rpo " + entry.getKey())
                .toList();
    }

    /** The storage groups that take less time to restore than all together, whatever fails. */
    private void restoredSooner(Lines lines) {
        SortedMap<StorageGroupName, Worst> longest = new TreeMap<>();
        proof.scenarios().forEach(scenario -> scenario.groups()
                .forEach((group, exposed) -> longest.merge(group, exposed.rto(), ProofTable::greater)));
        String whole = proof.scenarios().stream()
                .map(scenario -> scenario.whole().rto())
                .reduce(ProofTable::greater)
                .map(ProofWords::time)
                .orElse("");
        List<String> sooner = longest.entrySet().stream()
                .filter(group -> !ProofWords.time(group.getValue()).equals(whole))
                .map(group -> group.getKey() + " " + ProofWords.time(group.getValue()))
                .toList();
        if (!sooner.isEmpty()) {
            wrapped.add(Ink.FAINT, "", "restored alone, at most: " + some(sooner, ", "), lines);
        }
    }

    /** Of many, some are told. */
    private static String some(List<String> all, String apart) {
        String told = all.stream().limit(TOLD).collect(Collectors.joining(apart));
        return all.size() > TOLD ? told + " and " + (all.size() - TOLD) + " more" : told;
    }

    private static Worst greater(Worst one, Worst other) {
        return one.compareTo(other) < 0 ? other : one;
    }

    private static AttributedString rpo(ScenarioProof scenario) {
        return ink(scenario.rpoHolds()).of(ProofWords.time(scenario.whole().rpo()));
    }

    private static AttributedString rto(ScenarioProof scenario) {
        return ink(scenario.rtoHolds()).of(ProofWords.time(scenario.whole().rto()));
    }

    private static Ink ink(boolean holds) {
        return holds ? Ink.PLAIN : Ink.BAD;
    }

    private static AttributedString verdict(ScenarioProof scenario) {
        if (!scenario.holds()) {
            return Ink.BAD.of("DOES NOT HOLD");
        }
        return scenario.stops().isPresent() ? Ink.CAUTION.of("database stops") : Ink.GOOD.of("holds");
    }
}
