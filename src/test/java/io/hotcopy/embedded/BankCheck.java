package io.hotcopy.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotcopy.embedded.commit.Member;
import io.hotcopy.embedded.store.ArchiveStore;
import io.hotcopy.embedded.store.ContentHash;
import io.hotcopy.embedded.store.TableInGroup;
import io.hotcopy.embedded.store.TableKeys;
import io.hotcopy.term.CommitNumber;
import io.hotcopy.term.Fingerprint;
import io.hotcopy.term.StorageGroupName;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Whether a database holds what a bank's clients were told, and each storage manager what its sums say. */
final class BankCheck {

    private BankCheck() {}

    static void requireWhole(Bank bank, EmbeddedDatabase database, String when) {
        assertEquals(Bank.ACCOUNTS * Bank.OPENING, Bank.sum(database), when);
        Set<String> there = new HashSet<>(Bank.transfers(database));
        Set<CommitNumber> numbers = new HashSet<>();
        for (Bank.Acknowledged transfer : List.copyOf(bank.acknowledged)) {
            assertTrue(there.contains(transfer.name()), when + ": " + transfer + " was acknowledged and is gone");
            assertTrue(numbers.add(transfer.number()), when + ": " + transfer + " shares its number");
        }
        there.removeAll(bank.acknowledged.stream().map(Bank.Acknowledged::name).toList());
        assertTrue(new HashSet<>(bank.doubtful).containsAll(there), when + ": " + there + " was refused, and is there");
        requireSums(database, when);
    }

    /** Every storage manager holds what its running sums say, and those of one group the same. */
    static void requireSums(EmbeddedDatabase database, String when) {
        Map<TableInGroup, Fingerprint> agreed = new HashMap<>();
        for (Member member : database.running().pipeline().membership().members()) {
            requireScanEqual(member, when);
            member.store().runningFingerprints().forEach((part, sum) -> {
                Fingerprint other = agreed.putIfAbsent(part, sum);
                assertTrue(other == null || other.equals(sum), when + ": archive " + member.archive() + ", " + part);
            });
        }
    }

    /** The running sums are what a scan gives, on every storage manager. */
    private static void requireScanEqual(Member member, String when) {
        ArchiveStore store = member.store();
        ContentHash hash = new ContentHash();
        Map<TableInGroup, Fingerprint> scanned = new HashMap<>();
        for (StorageGroupName group : member.serves()) {
            store.scan(group, new byte[0], new byte[0], (key, value) -> {
                scanned.merge(new TableInGroup(group, TableKeys.table(key)), hash.of(key, value), Fingerprint::plus);
                return true;
            });
        }
        store.runningFingerprints().forEach((part, sum) -> {
            if (!sum.isZero()) {
                assertEquals(scanned.remove(part), sum, when + ": archive " + member.archive() + ", " + part);
            }
        });
        assertEquals(Map.of(), scanned, when + ": archive " + member.archive() + " has no sum of these");
    }
}
