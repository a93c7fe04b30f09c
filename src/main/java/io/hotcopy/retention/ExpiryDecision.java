package io.hotcopy.retention;

import io.hotcopy.problem.Problem;
import io.hotcopy.term.ByteSize;
import io.hotcopy.term.ElementId;
import java.util.List;
import java.util.Optional;

/**
 * What is decided.
 *
 * @param fates one for each collection, the newest first; when refused, none goes
 * @param proof that nothing is lost that must stay; when refused for what would be lost, what that is
 * @param refusal why nothing at all may be deleted; empty when it may
 * @param remarks what people should know besides: a hold that holds nothing
 * @param toVerify of each backup group that loses sets the newest complete collection, which must be known to be sound
 *     before anything is deleted
 */
public record ExpiryDecision(
        List<Fate> fates, Proof proof, Optional<Problem> refusal, List<String> remarks, List<ElementId> toVerify) {

    public ExpiryDecision {
        fates = List.copyOf(fates);
        remarks = List.copyOf(remarks);
        toVerify = List.copyOf(toVerify);
    }

    /** The collections that may be deleted. */
    public List<Fate> going() {
        return fates.stream().filter(Fate::goes).toList();
    }

    /** The collections that stay. */
    public List<Fate> staying() {
        return fates.stream().filter(fate -> !fate.goes()).toList();
    }

    /** The bytes of all that may be deleted. */
    public ByteSize freed() {
        return going().stream().map(Fate::size).reduce(new ByteSize(0), ByteSize::plus);
    }
}
