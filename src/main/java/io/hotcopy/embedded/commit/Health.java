package io.hotcopy.embedded.commit;

import io.hotcopy.problem.HotCopyException;
import io.hotcopy.term.ArchiveId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;

/**
 * What readers and the applier must keep away from: storage managers that have failed, from that very moment on and not
 * only when the view says so, and tables that have been dropped. Safe for several threads.
 */
final class Health {

    private final Map<ArchiveId, HotCopyException> failed = new ConcurrentHashMap<>();
    private final Set<Integer> droppedTables = ConcurrentHashMap.newKeySet();
    private final SyncingMembers syncing;
    private final BiConsumer<ArchiveId, HotCopyException> onFailure;

    /**
     * @param syncing those that hold too little yet
     * @param onFailure hears of the first failure of each archive; must return quickly
     */
    Health(SyncingMembers syncing, BiConsumer<ArchiveId, HotCopyException> onFailure) {
        this.syncing = syncing;
        this.onFailure = onFailure;
    }

    boolean isWell(Member member) {
        return isWell(member.archive());
    }

    /** Whether it can be read and applied to. */
    boolean isWell(ArchiveId archive) {
        return !failed.containsKey(archive) && !syncing.has(archive);
    }

    Optional<HotCopyException> failureOf(ArchiveId archive) {
        return Optional.ofNullable(failed.get(archive));
    }

    void failed(Member member, HotCopyException cause) {
        failed(member.archive(), cause);
    }

    void failed(ArchiveId archive, HotCopyException cause) {
        if (failed.putIfAbsent(archive, cause) == null) {
            onFailure.accept(archive, cause);
        }
    }

    /** A storage manager that had failed or was stopped joins again; it is not well before {@link #caughtUp}. */
    void joins(ArchiveId archive) {
        syncing.add(archive);
        failed.remove(archive);
    }

    /** It holds all that the others hold. */
    void caughtUp(ArchiveId archive) {
        syncing.remove(archive);
    }

    /** A drop is about to reach the stores. */
    void dropped(int table) {
        droppedTables.add(table);
    }

    /** Whether a drop may have reached a store; to be asked after a read. */
    boolean isDropped(int table) {
        return !droppedTables.isEmpty() && droppedTables.contains(table);
    }
}
