package io.hotcopy.workload;

import io.hotcopy.term.CommitNumber;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Replays the ledger and compares. Memory: eight bytes and a bit an account.
 *
 * <p>Public through {@link BankWorkload#check}.
 */
final class BankCheck {

    private static final int TOLD = 5;

    private final BankSettings settings;
    private final Ledger ledger;
    private final long[] opening;
    private final List<String> differences = new ArrayList<>();
    private long differing;
    private long transfers;
    private long sum;

    BankCheck(BankSettings settings, Ledger ledger, long[] opening) {
        this.settings = settings;
        this.ledger = ledger;
        this.opening = opening;
    }

    BankVerdict compare(AccountSource state, CommitNumber through) {
        long[] expected = replay(through);
        BitSet seen = new BitSet(settings.accounts());
        state.forEach((key, value) -> compareOne(expected, seen, Account.number(key), value));
        reportMissing(expected, seen);
        return new BankVerdict(
                through,
                seen.cardinality(),
                transfers,
                sum,
                Arrays.stream(opening)
                        .filter(balance -> balance != Account.NONE)
                        .sum(),
                differences,
                differing);
    }

    private long[] replay(CommitNumber through) {
        long[] balances = opening.clone();
        ledger.forEach(entry -> {
            if (!entry.commit().isAfter(through)) {
                balances[entry.from()] -= entry.amount();
                balances[entry.to()] += entry.amount();
                transfers++;
            }
        });
        return balances;
    }

    private void compareOne(long[] expected, BitSet seen, int account, byte[] value) {
        if (account < 0 || account >= expected.length || seen.get(account)) {
            differs("account " + account + " is not expected or was given twice");
            return;
        }
        seen.set(account);
        long balance = Account.balance(value);
        sum += balance;
        if (balance != expected[account]) {
            differs("account " + account + " holds " + balance + ", the ledger says " + expected[account]);
        } else if (!Arrays.equals(value, Account.value(account, balance, settings.payloadBytes()))) {
            differs("account " + account + " has the right balance, but its note was changed");
        }
    }

    private void reportMissing(long[] expected, BitSet seen) {
        for (int account = seen.nextClearBit(0);
                account < settings.accounts();
                account = seen.nextClearBit(account + 1)) {
            if (expected[account] != Account.NONE) {
                differs("account " + account + " is missing");
            }
        }
    }

    private void differs(String what) {
        differing++;
        if (differences.size() < TOLD) {
            differences.add(what);
        }
    }
}
