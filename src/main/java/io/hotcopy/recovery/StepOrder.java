package io.hotcopy.recovery;

import io.hotcopy.recovery.Chain.Link;
import io.hotcopy.term.CommitNumber;
import io.hotcopy.term.CommitRange;
import io.hotcopy.term.HotCopyType;
import io.hotcopy.term.StorageGroupName;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Puts the chains of an archive's storage groups together to steps: each group's links in their order, an element in
 * one step for all its groups where that is possible, incrementals before journals where it is.
 */
final class StepOrder {

    private final SortedMap<StorageGroupName, Deque<Link>> ahead = new TreeMap<>();
    /** For each element the groups that it still lies ahead of, and how often. */
    private final Map<Part.Key, Map<StorageGroupName, Integer>> uses = new HashMap<>();

    private StepOrder(SortedMap<StorageGroupName, List<Link>> chains) {
        chains.forEach((group, links) -> {
            ahead.put(group, new ArrayDeque<>(links));
            links.forEach(link -> uses.computeIfAbsent(link.part().key(), absent -> new HashMap<>())
                    .merge(group, 1, Integer::sum));
        });
    }

    static List<CoverStep> of(SortedMap<StorageGroupName, List<Link>> chains) {
        return new StepOrder(chains).steps();
    }

    private List<CoverStep> steps() {
        List<CoverStep> steps = new ArrayList<>();
        Map<Part.Key, List<StorageGroupName>> heads = heads();
        while (!heads.isEmpty()) {
            steps.add(step(heads.get(first(heads))));
            heads = heads();
        }
        return steps;
    }

    /** The elements that come next in some group, and in which. */
    private Map<Part.Key, List<StorageGroupName>> heads() {
        Map<Part.Key, List<StorageGroupName>> heads = new LinkedHashMap<>();
        ahead.forEach((group, links) -> {
            if (!links.isEmpty()) {
                heads.computeIfAbsent(links.peek().part().key(), absent -> new ArrayList<>())
                        .add(group);
            }
        });
        return heads;
    }

    private Part.Key first(Map<Part.Key, List<StorageGroupName>> heads) {
        return heads.entrySet().stream()
                .min(Comparator.comparing((Map.Entry<Part.Key, List<StorageGroupName>> head) ->
                                head.getValue().size() < uses.get(head.getKey()).size())
                        .thenComparing(
                                head -> head(head.getValue()).part().element().type() != HotCopyType.INCREMENTAL)
                        .thenComparing(head -> head(head.getValue()).through())
                        .thenComparing(head -> head.getKey().run().value()))
                .orElseThrow()
                .getKey();
    }

    private Link head(List<StorageGroupName> groups) {
        return ahead.get(groups.get(0)).element();
    }

    private CoverStep step(List<StorageGroupName> groups) {
        Part part = head(groups).part();
        SortedMap<StorageGroupName, CommitRange> takes = new TreeMap<>();
        for (StorageGroupName group : groups) {
            Link link = ahead.get(group).remove();
            takes.put(group, new CommitRange(new CommitNumber(link.from()), new CommitNumber(link.through())));
            uses.get(part.key()).computeIfPresent(group, (same, often) -> often == 1 ? null : often - 1);
        }
        return new CoverStep(part.set(), part.element(), takes);
    }
}
