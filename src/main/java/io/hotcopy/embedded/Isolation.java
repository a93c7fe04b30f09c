package io.hotcopy.embedded;

import io.hotcopy.embedded.journal.View;
import io.hotcopy.model.Database;
import io.hotcopy.model.StorageManager;
import io.hotcopy.problem.HotCopyException;
import io.hotcopy.term.ArchiveId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which hosts cannot reach the others, and who goes on (protocol §5): the side on which more than half of the processes
 * are, which are the storage managers of the newest view and the transaction engines. Changed under one lock, seen by
 * any thread.
 */
final class Isolation {

    private final Database declared;
    private final Managers managers;
    private final Set<String> apart = ConcurrentHashMap.newKeySet();

    Isolation(Database declared, Managers managers) {
        this.declared = declared;
        this.managers = managers;
    }

    /**
     * How a cut ends.
     *
     * @param evicted the storage managers of the side that stops
     * @param reason why they stop, in half a sentence
     */
    record Verdict(SortedSet<ArchiveId> evicted, String reason) {}

    /**
     * Cuts hosts off from all others.
     *
     * @throws HotCopyException when neither side has more than half, so that the database stops
     */
    Verdict cutOff(Set<String> hosts, View view) {
        List<String> inside = new ArrayList<>();
        List<String> outside = new ArrayList<>();
        processes(view).forEach(host -> (hosts.contains(host) ? inside : outside).add(host));
        int total = inside.size() + outside.size();
        boolean insideGoesOn = 2 * inside.size() > total;
        List<String> left = insideGoesOn ? inside : outside;
        if (2 * left.size() <= total) {
            throw new HotCopyException(
                    "hosts " + new TreeSet<>(hosts) + " are cut off, and neither side reaches more than half of the "
                            + total + " processes",
                    "Heal the network and start the domain again.",
                    "A transaction engine in a third region breaks the tie between two equal ones.");
        }
        requireEngine(left, hosts);
        Set<String> stopping = new HashSet<>(insideGoesOn ? outside : inside);
        apart.addAll(stopping);
        if (!insideGoesOn) {
            apart.addAll(hosts);
        }
        return new Verdict(
                managersOn(stopping, view),
                "it reaches only " + (total - left.size()) + " of " + total + " processes, not more than half");
    }

    /** A tie-breaker's engine counts and may serve as any other. */
    private void requireEngine(List<String> left, Set<String> hosts) {
        boolean any = declared.transactionEngineHosts().isEmpty()
                || declared.transactionEngineHosts().stream()
                        .anyMatch(host -> !apart.contains(host) && left.contains(host));
        if (!any) {
            throw new HotCopyException(
                    "hosts " + new TreeSet<>(hosts) + " are cut off, and no transaction engine is on the side of more "
                            + "than half of the processes",
                    "Heal the network and start the domain again.");
        }
    }

    /** The host of every process that is not apart already. */
    private List<String> processes(View view) {
        List<String> hosts = new ArrayList<>();
        managers.all().stream()
                .filter(manager -> view.members().contains(manager.archive()))
                .forEach(manager -> hosts.add(manager.host()));
        declared.transactionEngineHosts().stream()
                .filter(host -> !apart.contains(host))
                .forEach(hosts::add);
        return hosts;
    }

    private SortedSet<ArchiveId> managersOn(Set<String> hosts, View view) {
        SortedSet<ArchiveId> archives = new TreeSet<>();
        managers.all().stream()
                .filter(manager -> hosts.contains(manager.host()))
                .map(StorageManager::archive)
                .filter(view.members()::contains)
                .forEach(archives::add);
        return archives;
    }

    /** The hosts that cannot reach those who go on. */
    SortedSet<String> cutOff() {
        return new TreeSet<>(apart);
    }

    void requireReachable(StorageManager manager) {
        if (apart.contains(manager.host())) {
            throw new HotCopyException(
                    "host \"" + manager.host() + "\" of archive " + manager.archive() + " is cut off from the others",
                    "Heal the network first.");
        }
    }

    /** All reach each other again; gives the storage managers that had been apart. */
    List<StorageManager> heal() {
        List<StorageManager> back = managers.all().stream()
                .filter(manager -> apart.contains(manager.host()))
                .toList();
        apart.clear();
        return back;
    }
}
