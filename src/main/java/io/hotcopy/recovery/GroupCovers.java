package io.hotcopy.recovery;

import io.hotcopy.term.HotCopyType;
import io.hotcopy.term.SetId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What can carry one storage group forward to one target. Preferred are incrementals of the own set, then any; of
 * journals those of the own archive, then any, then the journals that lie in fulls; among equals the farthest reach.
 */
final class GroupCovers {

    private static final SpanIndex NONE = new SpanIndex(List.of());

    private final long target;
    private final SpanIndex incrementals;
    private final Map<SetId, SpanIndex> incrementalsBySet;
    private final SpanIndex journals;
    private final Map<UUID, SpanIndex> journalsByArchive;
    private final SpanIndex fulls;

    /**
     * @param spans all of the group, in rising order of {@code from}
     * @param target no incremental that leads beyond it is used, and of journals nothing beyond it
     */
    GroupCovers(List<Span> spans, long target) {
        this.target = target;
        List<Span> whole = new ArrayList<>();
        List<Span> parts = new ArrayList<>();
        List<Span> full = new ArrayList<>();
        for (Span span : spans) {
            if (!span.isWholeOnly()) {
                (span.part().element().type() == HotCopyType.FULL ? full : parts).add(span);
            } else if (span.through() <= target) {
                whole.add(span);
            }
        }
        incrementals = new SpanIndex(whole);
        incrementalsBySet = indexes(whole.stream()
                .collect(Collectors.groupingBy(span -> span.part().set().id())));
        journals = new SpanIndex(parts);
        journalsByArchive = indexes(parts.stream()
                .collect(Collectors.groupingBy(span -> span.part().element().archiveUuid())));
        fulls = new SpanIndex(full);
    }

    /** Goes from a base's cut as far towards the target as covers lead. */
    Chain chain(Part base, Bill bill) {
        Chain chain = new Chain(base.element().cut().value(), target, bill);
        boolean onwards = true;
        while (onwards && chain.isShort()) {
            takeIncrementals(chain, base);
            onwards = chain.isShort() && takeJournals(chain, base);
        }
        return chain;
    }

    private void takeIncrementals(Chain chain, Part base) {
        SpanIndex own = incrementalsBySet.getOrDefault(base.set().id(), NONE);
        Optional<Span> next = either(own, incrementals, chain.reached());
        while (next.isPresent() && chain.isShort() && chain.affords(next.orElseThrow())) {
            chain.take(next.orElseThrow(), next.orElseThrow().through());
            next = either(own, incrementals, chain.reached());
        }
    }

    /**
     * Goes on by journals: to the target if they lead there, else as far as is needed for the incremental after a gap.
     *
     * @return whether there is more to be done with incrementals
     */
    private boolean takeJournals(Chain chain, Part base) {
        SpanIndex own = journalsByArchive.getOrDefault(base.element().archiveUuid(), NONE);
        List<Span> way = new ArrayList<>();
        long reached = chain.reached();
        Optional<Span> next = nextJournal(own, reached);
        while (next.isPresent() && reached < target && chain.affords(next.orElseThrow())) {
            way.add(next.orElseThrow());
            reached = next.orElseThrow().reachBelow(target);
            next = nextJournal(own, reached);
        }
        Optional<Span> beyond = chain.isShort() && reached < target ? incrementals.onFrom(reached) : Optional.empty();
        long needed = beyond.map(Span::from).orElse(reached);
        for (Span span : way) {
            if (chain.reached() < needed) {
                chain.take(span, span.reachBelow(needed));
            }
        }
        return beyond.isPresent();
    }

    private Optional<Span> nextJournal(SpanIndex own, long reached) {
        return either(own, journals, reached).or(() -> fulls.onFrom(reached));
    }

    private static Optional<Span> either(SpanIndex preferred, SpanIndex other, long reached) {
        Optional<Span> first = preferred.onFrom(reached);
        return first.isPresent() ? first : other.onFrom(reached);
    }

    private static <K> Map<K, SpanIndex> indexes(Map<K, List<Span>> spans) {
        Map<K, SpanIndex> indexes = new HashMap<>();
        spans.forEach((key, list) -> indexes.put(key, new SpanIndex(list)));
        return indexes;
    }
}
