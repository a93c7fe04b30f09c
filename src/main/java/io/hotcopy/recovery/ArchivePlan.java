package io.hotcopy.recovery;

import io.hotcopy.backupset.ElementFacts;
import io.hotcopy.backupset.SetFacts;
import io.hotcopy.term.ArchiveId;
import io.hotcopy.term.ByteSize;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How one archive is made: a base, then what carries it forward to the target (M20): incrementals as far as they lead,
 * then journals; an incremental after a journal only where there is no other way.
 *
 * @param set where its base lies
 * @param base the full that is laid first; the journal copied with it reaches from its pin point to its cut
 * @param steps what is brought in over the base, in this order; together an unbroken cover of every storage group of
 *     the base from its cut to the target, and each group's steps in the order in which they continue each other; empty
 *     when the base itself reaches the target
 */
public record ArchivePlan(SetFacts set, ElementFacts base, List<CoverStep> steps) {

    public ArchivePlan {
        steps = List.copyOf(steps);
    }

    /** The archive it was copied from, whose number the restored one keeps. */
    public ArchiveId archive() {
        return set.archive();
    }

    /** The base, then the elements of the steps. */
    public Stream<ElementFacts> elements() {
        return Stream.concat(Stream.of(base), steps.stream().map(CoverStep::element));
    }

    /** Bytes of the base and of all elements brought in over it, each once. */
    public ByteSize size() {
        long bytes = steps.stream()
                .collect(Collectors.toMap(
                        step -> new Part.Key(step.set().id(), step.element().id()),
                        step -> step.element().size().bytes(),
                        (one, same) -> one))
                .values()
                .stream()
                .mapToLong(Long::longValue)
                .sum();
        return base.size().plus(new ByteSize(bytes));
    }
}
