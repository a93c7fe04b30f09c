package io.hotcopy.shell.page;

import io.hotcopy.plan.LineStatus;
import io.hotcopy.shell.screen.Figures;
import io.hotcopy.shell.screen.Ink;
import io.hotcopy.verb.Protection;
import io.hotcopy.verb.StatusResult;
import io.hotcopy.verb.StatusResult.PolicyStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jline.utils.AttributedString;

/** The first line of {@code status}, which answers alone: protected or not, up to when, what is next, what is late. */
final class StatusAnswer {
    private final StatusResult result;

    private StatusAnswer(StatusResult result) {
        this.result = result;
    }

    static AttributedString[] of(StatusResult result) {
        if (result.policies().isEmpty()) {
            return new AttributedString[] {
                Ink.BAD.of("protected: NO"), Ink.PLAIN.of(", no policy is loaded; load FILE reads one")
            };
        }
        return new StatusAnswer(result).pieces();
    }

    private AttributedString[] pieces() {
        Optional<PolicyStatus> bare = result.policies().stream()
                .filter(policy -> !policy.isProtected())
                .findFirst();
        AttributedString answer = bare.isPresent()
                ? Ink.BAD.of("protected: NO")
                : isOld() ? Ink.CAUTION.of("protected: yes") : Ink.GOOD.of("protected: yes");
        String when = bare.map(this::why).orElseGet(this::upTo);
        return new AttributedString[] {answer, Ink.PLAIN.of(", " + when + next()), late()};
    }

    private String why(PolicyStatus policy) {
        String reason = policy.newest().isEmpty()
                ? "no complete backup yet"
                : "nothing of storage group " + Words.list(policy.bare()) + " can be restored";
        return result.policies().size() == 1 ? reason : reason + " by policy " + policy.policy();
    }

    private boolean isOld() {
        return result.policies().stream().anyMatch(policy -> !policy.tooOld().isEmpty());
    }

    /** Of several storage groups, the one that is worst off. */
    private String upTo() {
        Instant oldest = result.policies().stream()
                .flatMap(policy -> policy.storageGroups().groups().stream())
                .map(Protection.OfGroup::newest)
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder())
                .orElseGet(result::asked);
        return "up to " + before(oldest) + (isOld() ? ", older than promised" : "");
    }

    private String before(Instant then) {
        Duration age = Duration.between(then, result.asked());
        return Figures.shortly(age.isNegative() ? Duration.ZERO : age) + " ago";
    }

    private Stream<LineStatus> runs() {
        return result.policies().stream().flatMap(policy -> policy.lines().stream());
    }

    private String next() {
        return runs().filter(line -> line.next().isPresent())
                .min(Comparator.comparing((LineStatus line) -> line.next().orElseThrow())
                        .thenComparing(LineStatus::line))
                .map(line -> "; next: " + line.line().word() + " in "
                        + Figures.shortly(
                                Duration.between(result.asked(), line.next().orElseThrow())))
                .orElse("; next: when asked");
    }

    private AttributedString late() {
        List<LineStatus> late =
                runs().filter(line -> line.lateSince().isPresent()).toList();
        if (late.isEmpty()) {
            return Ink.PLAIN.of("; late: none");
        }
        LineStatus first = late.stream()
                .min(Comparator.comparing(line -> line.lateSince().orElseThrow()))
                .orElseThrow();
        String more = late.size() == 1 ? "" : " and " + (late.size() - 1) + " more";
        return Ink.CAUTION.of("; late: " + first.line().word() + more);
    }
}
