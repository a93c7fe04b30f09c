package io.hotcopy.plan;

import io.hotcopy.problem.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

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
        return collisions(context, meeting(destinations));
    }

    /** Those that lie in another's directory, or have another in theirs: of a thousand hardly one. */
    private static List<Destination> meeting(List<Destination> destinations) {
        Map<Path, Integer> below = new HashMap<>();
        for (Destination destination : destinations) {
            Path path = destination.member().directory();
            while (path != null) {
                below.merge(path, 1, Integer::sum);
                path = path.getParent();
            }
        }
        Set<Path> taken = destinations.stream()
                .map(destination -> destination.member().directory())
                .collect(Collectors.toSet());
        return destinations.stream()
                .filter(destination -> below.get(destination.member().directory()) > 1
                        || liesWithin(destination.member().directory().getParent(), taken))
                .toList();
    }

    private static boolean liesWithin(Path parent, Set<Path> taken) {
        Path path = parent;
        while (path != null && !taken.contains(path)) {
            path = path.getParent();
        }
        return path != null;
    }

    private static List<Problem> collisions(PlanContext context, List<Destination> destinations) {
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
