package io.hotcopy.plan;

import io.hotcopy.problem.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** No two copies that make a directory make the same one, and none makes its own in another's. */
final class SeparateDestinations implements Rule {

    /** Where one archive of one step goes. */
    private record Destination(HotCopyStep step, HotCopyStep.Member member) {
        @Override
        public String toString() {
            return "archive " + member.archive() + " of \"" + step.backupGroup() + "\"";
        }
    }

    @Override
    public List<Problem> check(PlanContext context) {
        List<Destination> destinations = context.hotCopies().stream()
                .flatMap(step -> step.members().stream()
                        .filter(member -> member.set().isEmpty())
                        .map(member -> new Destination(step, member)))
                .toList();
        List<Problem> problems = new ArrayList<>();
        for (int later = 1; later < destinations.size(); later++) {
            for (Destination earlier : destinations.subList(0, later)) {
                collision(context, earlier, destinations.get(later)).ifPresent(problems::add);
            }
        }
        return problems;
    }

    private static Optional<Problem> collision(PlanContext context, Destination one, Destination other) {
        Path first = one.member().directory();
        Path second = other.member().directory();
        if (!first.startsWith(second) && !second.startsWith(first)) {
            return Optional.empty();
        }
        String message = first.equals(second)
                ? one + " and " + other + " go to the same directory \"" + first + "\""
                : one + " goes to \"" + first + "\" and " + other + " to \"" + second + "\": one lies within the other";
        return Optional.of(context.error("policy/" + other.step().policy() + "/directory", message, hint(one, other)));
    }

    private static String hint(Destination one, Destination other) {
        String policy = other.step().policy();
        String placeholder = one.step().policy().equals(policy) ? "{archive}" : "{policy}";
        return "Write " + placeholder + " into the last part of the directory of policy \"" + policy + "\".";
    }
}
