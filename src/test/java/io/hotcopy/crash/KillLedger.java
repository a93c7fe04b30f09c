package io.hotcopy.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

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
    record Copied(String directory, long cut) {}

    private final Map<Long, Transfer> sent = new HashMap<>();
    private final Map<Long, Long> acknowledged = new HashMap<>();
    private final Set<Long> refused = new HashSet<>();
    private final Set<Long> found = new HashSet<>();
    private final Set<Long> gone = new HashSet<>();
    private final Set<Long> foundBefore = new HashSet<>();
    private final List<Copied> copied = new ArrayList<>();
    private int inDoubtKept;

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
            case "copied" -> copied.add(new Copied(words[1], number(words[2])));
            case "ready", "copying" -> {}
            default -> throw new AssertionError("the child said \"" + line + "\"");
        }
    }

    private static long number(String word) {
        return Long.parseLong(word);
    }

    /**
     * The state of the running database after a kill: judges it, and takes from it what became of what was in doubt.
     */
    synchronized void requireLive(BankState state) {
        requireConsistent(state);
        Set<Long> lost = new HashSet<>(acknowledged.keySet());
        lost.addAll(found);
        lost.removeAll(state.transfers().keySet());
        assertEquals(Set.of(), lost, "acknowledged, or seen before, and not there");
        foundBefore.clear();
        foundBefore.addAll(found);
        found.addAll(state.transfers().keySet());
        gone.addAll(sent.keySet());
        gone.removeAll(found);
        inDoubtKept = found.size() - acknowledged.size();
    }

    /** What a restored copy must hold that was taken since the last state but one. */
    synchronized void requireCopied(BankState state, long cut) {
        requireConsistent(state);
        for (Map.Entry<Long, Long> answer : acknowledged.entrySet()) {
            boolean expected = answer.getValue() <= cut;
            assertEquals(
                    expected,
                    state.transfers().containsKey(answer.getKey()),
                    "transfer " + answer.getKey() + " of commit " + answer.getValue() + " in a copy with cut " + cut);
        }
        Set<Long> missing = new HashSet<>(foundBefore);
        missing.removeAll(state.transfers().keySet());
        assertEquals(Set.of(), missing, "there before the copy began, and not in it");
        Set<Long> never = new HashSet<>(state.transfers().keySet());
        never.removeAll(found);
        assertEquals(Set.of(), never, "in the copy, and never happened");
    }

    /**
     * Every transfer there was sent, and is whole: the balances are exactly what the marks say, and so is their sum.
     */
    private void requireConsistent(BankState state) {
        Map<Integer, Long> expected = new TreeMap<>();
        if (!state.balances().isEmpty() || !found.isEmpty()) {
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

    /** The hot copies told complete since this was last asked. */
    synchronized List<Copied> takeCopied() {
        List<Copied> taken = List.copyOf(copied);
        copied.clear();
        return taken;
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
