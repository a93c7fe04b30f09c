package io.hotcopy.embedded.commit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The records that a commit is changing, from before its old values are read until it is applied. Nobody waits for a
 * lock: who finds one taken has lost to the first committer. Safe for several threads.
 */
final class KeyLocks {

    private final Set<RowKey> held = ConcurrentHashMap.newKeySet();

    /**
     * Locks all keys or none.
     *
     * @return the key that somebody else has locked; empty when all are locked now
     */
    Optional<RowKey> lock(Collection<RowKey> keys) {
        List<RowKey> taken = new ArrayList<>(keys.size());
        for (RowKey key : keys) {
            if (!held.add(key)) {
                unlock(taken);
                return Optional.of(key);
            }
            taken.add(key);
        }
        return Optional.empty();
    }

    void unlock(Collection<RowKey> keys) {
        keys.forEach(held::remove);
    }
}
