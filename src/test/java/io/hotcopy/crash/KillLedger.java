package io.hotcopy.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotcopy.embedded.EmbeddedDatabase;
import io.hotcopy.term.ElementId;
import io.hotcopy.term.HotCopyType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/**
 * What the children said, kept by the parent, which survives them; and what a state of the database must therefore
 * hold. Each transfer is whole, mark and both balances, or it is not there at all:
 *
 * <ul>
 *   <li>acknowledged: there, in every later state and in no copy whose cut is lower;
 *   <li>refused, or never sent: not there;
 *   <li>sent and not answered: in doubt, until a state of the running database shows it or not; so it stays.
 * </ul>
 */
final class KillLedger {

    /** A hot copy that the child was told is complete. */
    record Copied(HotCopyType type, ElementId run, long cut) {}

    private final Map<Long, Transfer> sent = new HashMap<>();
    private final Map<Long, Long> acknowledged = new HashMap<>();
    private final Set<Long> refused = new HashSet<>();
    private final Set<Long> found = new HashSet<>();
    private final Set<Long> gone = new HashSet<>();
    /** What was found at each look at the running database, by the commit up to which it was stable then. */
    private final NavigableMap<Long, Set<Long>> foundAt = new TreeMap<>();

    private final List<Copied> copied = new ArrayList<>();
    private int inDoubtKept;
    private int unable;

    /** Takes in one line. */
    synchronized void hear(String line) {
        String[] words = line.split(" ");
        switch (words[0]) {
            case "sent" -> {
                Transfer transfer = new Transfer(
                        number(words[1]), (int) number(words[2]), (int) number(words[3]), (int) number(words[4]));
                sent.put(transfer.id(), transfer);
            }
            case "acknowledged" -> acknowledged.put(number(words[1]), number(words[2]));
            case "refused" -> refused.add(number(words[1]));
            case "copied" ->
                copied.add(new Copied(
                        HotCopyType.valueOf(words[1].toUpperCase(Locale.ROOT)),
                        new ElementId(UUID.fromString(words[2])),
                        number(words[3])));
            case "unable" -> requireExcuse(words[1], new ElementId(UUID.fromString(words[2])), words[3]);
            case "ready", "copying", "publishing" -> {}
            default -> throw new AssertionError("the child said \"" + line + "\"");
        }
    }

    /**
     * A hot copy may be refused only because of a full that was published and not told: on every archive, then it is
     * the base itself; or on some, then it is newer than the base.
     */
    private void requireExcuse(String type, ElementId base, String newer) {
        boolean told = copied.stream().anyMatch(copy -> copy.run().equals(base));
        if (told && !Boolean.parseBoolean(newer)) {
            throw new AssertionError("a " + type + " hot copy was refused, though collection " + base
                    + " was told complete and is the newest");
        }
        unable++;
    }

    private static long number(String word) {
        return Long.parseLong(word);
    }

    /**
     * The state of the running database after a kill: judges it, and takes from it what became of what was in doubt.
     */
    synchronized void requireLive(EmbeddedDatabase database) {
        long stable = database.stable().value();
        BankState state = BankState.of(database);
        requireConsistent(state);
        assertTrue(found.isEmpty() || !state.balances().isEmpty(), "the accounts are gone");
        Set<Long> lost = new HashSet<>(acknowledged.keySet());
        lost.addAll(found);
        lost.removeAll(state.transfers().keySet());
        assertEquals(Set.of(), lost, "acknowledged, or seen before, and not there");
        found.addAll(state.transfers().keySet());
        foundAt.put(stable, Set.copyOf(found));
        gone.addAll(sent.keySet());
        gone.removeAll(found);
        inDoubtKept = found.size() - acknowledged.size();
    }

    /** What a state must hold that was restored to any commit up to the last look at the running database. */
    synchronized void requireCopied(BankState state, long cut) {
        requireConsistent(state);
        for (Map.Entry<Long, Long> answer : acknowledged.entrySet()) {
            boolean expected = answer.getValue() <= cut;
            assertEquals(
                    expected,
                    state.transfers().containsKey(answer.getKey()),
                    "transfer " + answer.getKey() + " of commit " + answer.getValue() + " in a copy with cut " + cut);
        }
        Map.Entry<Long, Set<Long>> before = foundAt.floorEntry(cut);
        if (before != null) {
            Set<Long> missing = new HashSet<>(before.getValue());
            missing.removeAll(state.transfers().keySet());
            assertEquals(Set.of(), missing, "seen at commit " + before.getKey() + ", and not at " + cut);
        }
        Map.Entry<Long, Set<Long>> after = foundAt.ceilingEntry(cut);
        Set<Long> never = new HashSet<>(state.transfers().keySet());
        never.removeAll(after == null ? found : after.getValue());
        assertEquals(Set.of(), never, "in the state of commit " + cut + ", and never happened");
    }

    /**
     * Every transfer there was sent, and is whole: the balances are exactly what the marks say, and so is their sum.
     */
    private void requireConsistent(BankState state) {
        Map<Integer, Long> expected = new TreeMap<>();
        if (!state.balances().isEmpty()) {
            for (int account = 0; account < Account.COUNT; account++) {
                expected.put(account, Account.OPENING);
            }
        }
        for (Transfer transfer : state.transfers().values()) {
            assertEquals(sent.get(transfer.id()), transfer, "what was sent");
            assertTrue(!refused.contains(transfer.id()), "refused, and there: " + transfer);
            assertTrue(!gone.contains(transfer.id()), "was void, and is there again: " + transfer);
            expected.merge(transfer.from(), (long) -transfer.amount(), Long::sum);
            expected.merge(transfer.to(), (long) transfer.amount(), Long::sum);
        }
        assertEquals(expected, state.balances(), "balances by the marks of transfers");
    }

    /** All hot copies told complete, in their order. */
    synchronized List<Copied> copied() {
        return List.copyOf(copied);
    }

    /** How often a child could not continue a set, and had an excuse. */
    synchronized int unable() {
        return unable;
    }

    synchronized int acknowledgedTransfers() {
        return acknowledged.size();
    }

    /** Those not answered that turned out to have been made. */
    synchronized int doubtfulKept() {
        return inDoubtKept;
    }

    /** Those not answered that turned out not to have been made. */
    synchronized int doubtfulGone() {
        Set<Long> unanswered = new HashSet<>(gone);
        unanswered.removeAll(refused);
        return unanswered.size();
    }
}
