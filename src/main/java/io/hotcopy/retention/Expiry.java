package io.hotcopy.retention;

import io.hotcopy.model.BackupPolicy;
import io.hotcopy.model.Hold;
import io.hotcopy.model.Retention;
import io.hotcopy.problem.Problem;
import io.hotcopy.retention.Reason.Kind;
import io.hotcopy.retention.StoredSet.Condition;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.ElementId;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Stream;

/**
 * Decides which collections of a database may be deleted (protocol §6). First the rules say what stays; of what none of
 * them keeps, the restore planner must agree that it can go without loss of anything that must stay restorable, and
 * what it does not agree to stays too. Damaged sets, incomplete collections and runs half published count as absent:
 * nothing relies on them.
 */
public final class Expiry {

    private final ExpiryRequest request;
    private final ZoneId zone;
    private final Stock stock;
    private final Window window;
    private final Reasons reasons = new Reasons();
    private final List<String> remarks = new ArrayList<>();

    private Expiry(ExpiryRequest request) {
        this.request = request;
        zone = request.policies().get(0).timeZone();
        stock = new Stock(request.sets(), request.policies());
        window = new Window(start(request), request.now());
    }

    /** Decides. Nothing is decided by chance: the same request gives the same answer. */
    public static ExpiryDecision decide(ExpiryRequest request) {
        return new Expiry(request).decide();
    }

    /**
     * What is left of what must stay restorable when only some sets are there any more.
     *
     * @param before the request as it was when all were there
     * @param left where the sets lie that are still there
     */
    public static Proof proof(ExpiryRequest before, Set<Path> left) {
        Stock stock = new Stock(before.sets(), before.policies());
        List<Gathered> gone = stock.collections().stream()
                .filter(collection -> collection.sets().stream()
                        .anyMatch(set -> !left.contains(set.facts().location())))
                .toList();
        return new Prover(stock, new Window(start(before), before.now())).without(gone);
    }

    /** From when on everything must stay restorable: the earliest that anything asks for, now if nothing does. */
    static Instant start(ExpiryRequest request) {
        Stream<Instant> windows = request.policies().stream()
                .flatMap(policy -> policy.retention().stream())
                .flatMap(retention -> retention.recoveryWindow().stream())
                .map(request.now()::minus);
        return Stream.of(windows, request.restorableFrom().stream(), Stream.of(request.now()))
                .flatMap(instants -> instants)
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    private ExpiryDecision decide() {
        applyRules();
        Prover prover = new Prover(stock, window);
        List<Gathered> going = stock.collections().stream()
                .filter(collection -> !reasons.keeps(collection))
                .toList();
        Set<Gathered> needed = prover.neededOf(going);
        needed.forEach(collection -> reasons.keep(
                collection, Kind.COVER, "without it, less could be restored of the time from " + since() + " on"));
        Optional<Problem> refusal = new Guarantees(stock, zone).refusal(request.restorableFrom());
        List<Gathered> free = refusal.isPresent()
                ? List.of()
                : going.stream()
                        .filter(collection -> !needed.contains(collection))
                        .toList();
        Proof proof = prover.without(free);
        if (!proof.holds()) {
            throw new IllegalStateException("what may go is needed: " + proof.broken());
        }
        return new ExpiryDecision(fates(free), proof, refusal, remarks, toVerify(free));
    }

    private void applyRules() {
        keepWhatIsInTheWay();
        applyHolds();
        FailedRunRule failed = new FailedRunRule(stock, request.runs(), reasons);
        CountRule counts = new CountRule(stock, reasons);
        for (BackupPolicy policy : request.policies()) {
            failed.keep(policy);
            Optional<Retention> retention = policy.retention().or(this::leastRetention);
            retention.ifPresent(declared -> counts.keep(policy, declared));
            if (retention.isEmpty()) {
                stock.collections()
                        .forEach(collection -> reasons.keep(
                                collection,
                                Kind.NO_RETENTION,
                                "policy \"" + policy.name()
                                        + "\" protects this database and does not say what must be retained"));
            }
        }
        applyWindow();
    }

    /** What is asked for by name stands in for what a policy does not say. */
    private Optional<Retention> leastRetention() {
        return request.restorableFrom().isEmpty()
                ? Optional.empty()
                : Optional.of(new Retention(Optional.empty(), 1, 0, 0, 0));
    }

    private void keepWhatIsInTheWay() {
        for (Gathered collection : stock.collections()) {
            for (StoredSet set : collection.sets()) {
                set.usedBy().ifPresent(who -> reasons.keep(collection, Kind.IN_USE, "in use: " + who));
                if (set.condition() == Condition.UNREADABLE) {
                    reasons.keep(collection, Kind.UNREADABLE, "\"" + set.facts().location() + "\" could not be read");
                }
            }
        }
    }

    private void applyHolds() {
        WindowRule covers = windowRule();
        for (Hold hold : HoldRule.inForce(request.policies(), request.now())) {
            List<Gathered> held = stock.collections().stream()
                    .filter(collection -> collection.sets().stream().anyMatch(set -> HoldRule.means(hold, set.facts())))
                    .toList();
            held.forEach(collection -> reasons.keep(collection, Kind.HELD, HoldRule.words(hold)));
            held.stream()
                    .filter(collection -> !collection.isComplete())
                    .forEach(collection -> keepCover(collection, covers));
            if (held.isEmpty()) {
                remarks.add("hold \"" + hold.set() + "\" means no set of this database that is there");
            }
        }
    }

    /** A held set without a full is of use only with what its journals carry on. */
    private void keepCover(Gathered held, WindowRule covers) {
        List<Gathered> group = stock.groups().stream()
                .map(stock::of)
                .filter(collections -> collections.contains(held))
                .findFirst()
                .orElseThrow();
        held.elements()
                .forEach(element -> covers.byCommit(group, element.lineage().id(), element.pinPoint(), element.cut()));
    }

    private void applyWindow() {
        WindowRule rule = windowRule();
        boolean enough = stock.declaredGroups().stream()
                .allMatch(archives -> stock.completeOf(archives).size() >= minimum());
        for (SortedSet<ArchiveId> archives : stock.groups()) {
            if (stock.isDeclared(archives) || touchesWindow(stock.of(archives))) {
                rule.keep(archives);
            } else if (!enough) {
                stock.of(archives)
                        .forEach(collection -> reasons.keep(
                                collection,
                                Kind.FORMER_GROUP,
                                "its backup group is declared no more, and one that is has less than " + minimum()
                                        + " complete collections"));
            }
        }
    }

    private boolean touchesWindow(List<Gathered> collections) {
        return collections.stream()
                .anyMatch(collection -> !collection.created().isBefore(window.start())
                        || collection.elements().anyMatch(window::touches));
    }

    private int minimum() {
        return request.policies().stream()
                .flatMap(policy -> policy.retention().stream())
                .mapToInt(Retention::minimum)
                .max()
                .orElse(1);
    }

    private WindowRule windowRule() {
        return new WindowRule(stock, window, reasons, since());
    }

    private String since() {
        return Moment.words(window.start(), zone);
    }

    private List<Fate> fates(List<Gathered> going) {
        List<Fate> fates = new ArrayList<>();
        for (SortedSet<ArchiveId> archives : stock.groups()) {
            for (Gathered collection : stock.of(archives)) {
                fates.add(fate(collection, stock.name(archives), going.contains(collection)));
            }
        }
        fates.sort(Comparator.comparing(Fate::created).reversed());
        return fates;
    }

    private Fate fate(Gathered collection, String backupGroup, boolean goes) {
        List<Reason> why = reasons.of(collection);
        if (why.isEmpty()) {
            why = List.of(new Reason(Kind.NOT_NEEDED, "nothing from " + since() + " on needs it"));
        }
        return new Fate(
                collection.id(),
                backupGroup,
                collection.created(),
                collection.isComplete(),
                collection.sets(),
                goes,
                why);
    }

    private List<ElementId> toVerify(List<Gathered> going) {
        return stock.groups().stream()
                .filter(archives -> stock.of(archives).stream().anyMatch(going::contains))
                .map(stock::completeOf)
                .filter(complete -> !complete.isEmpty())
                .map(complete -> complete.get(complete.size() - 1))
                .filter(newest -> !going.contains(newest))
                .map(Gathered::id)
                .toList();
    }
}
