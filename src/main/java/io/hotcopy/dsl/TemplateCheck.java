package io.hotcopy.dsl;

import io.hotcopy.dsl.words.At;
import io.hotcopy.dsl.words.Name;
import io.hotcopy.model.Declarations;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds the policies on which policies build; unknown ones and circles are reported. */
final class TemplateCheck {
    private final List<PolicyDraft> drafts;
    private final Draft draft;
    private final Declarations known;
    /** Those of the circles that have been reported. */
    private final Set<PolicyDraft> inCircles = new HashSet<>();

    TemplateCheck(List<PolicyDraft> drafts, Draft draft, Declarations known) {
        this.drafts = drafts;
        this.draft = draft;
        this.known = known;
    }

    /**
     * The policy on which this one builds, then the one on which that one builds, and so on; empty, and reported, when
     * there is no such policy or they go round in a circle.
     */
    Optional<List<PolicyDraft>> of(PolicyDraft policy) {
        List<PolicyDraft> chain = new ArrayList<>(List.of(policy));
        for (PolicyDraft last = policy; last.from().isPresent(); last = chain.get(chain.size() - 1)) {
            At<Name> from = last.from().get();
            Optional<PolicyDraft> next = called(from.value());
            if (next.isEmpty()) {
                unknown(last, from);
                return Optional.empty();
            }
            if (chain.contains(next.get())) {
                circle(chain.subList(chain.indexOf(next.get()), chain.size()));
                return Optional.empty();
            }
            chain.add(next.get());
        }
        return Optional.of(chain.subList(1, chain.size()));
    }

    /** The first policy of this name. */
    private Optional<PolicyDraft> called(Name name) {
        return drafts.stream().filter(policy -> policy.isCalled(name)).findFirst();
    }

    private void unknown(PolicyDraft policy, At<Name> from) {
        if (draft.isDoubtful(CompileRun.TOP) || draft.isDoubtful("policy/" + from)) {
            return;
        }
        List<String> names = drafts.stream()
                .filter(other -> other != policy)
                .map(other -> other.name().value().text())
                .distinct()
                .toList();
        List<String> hints = known.policy(from.value().text()).isPresent()
                ? List.of("a policy builds on one that is declared together with it: name both files, or include one")
                : Nearest.hints(from.value().text(), names, "'", "policies");
        draft.findings()
                .error(from.span(), "policy '" + policy.name() + "' builds on unknown policy '" + from + "'", hints);
    }

    /** Reported once, at the first of its policies. */
    private void circle(List<PolicyDraft> circle) {
        if (circle.stream().anyMatch(inCircles::contains)) {
            return;
        }
        inCircles.addAll(circle);
        PolicyDraft first = circle.get(0);
        String names = circle.stream().map(policy -> policy.name().toString()).collect(Collectors.joining(" → "));
        draft.findings()
                .error(
                        first.from().orElseThrow().span(),
                        "policy '" + first.name() + "' builds on itself",
                        "the circle: " + names + " → " + first.name());
    }
}
