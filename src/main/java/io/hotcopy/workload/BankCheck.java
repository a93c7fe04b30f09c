package io.hotcopy.workload;

import io.hotcopy.term.CommitNumber;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalInt;

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
        state.forEach((key, value) -> compareOne(expected, seen, key, value));
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

    private void compareOne(long[] expected, BitSet seen, byte[] key, byte[] value) {
        OptionalInt number = Account.number(key);
        if (number.isEmpty() || number.getAsInt() >= expected.length || seen.get(number.getAsInt())) {
            differs("key " + shown(key) + " is not expected or was given twice");
            return;
        }
        int account = number.getAsInt();
        seen.set(account);
        if (!Account.isOne(value)) {
            differs("key " + shown(key) + " holds what is no account");
            return;
        }
        compareOne(expected[account], account, value);
    }

    private void compareOne(long expected, int account, byte[] value) {
        long balance = Account.balance(value);
        sum += balance;
        if (balance != expected) {
            String says = expected == Account.NONE ? "knows none" : "says " + expected;
            differs("account " + account + " holds " + balance + ", the ledger " + says);
        } else if (!Arrays.equals(value, Account.value(account, balance, settings.payloadBytes()))) {
            differs("account " + account + " has the right balance, but its note was changed");
        }
    }

    /** A key as people type it: text in quotes, or hexadecimal when it is no readable text. */
    private static String shown(byte[] key) {
        String text = new String(key, StandardCharsets.US_ASCII);
        boolean readable = text.chars().allMatch(letter -> letter >= ' ' && letter <= '~');
        return readable ? '"' + text + '"' : "0x" + HexFormat.of().formatHex(key);
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
