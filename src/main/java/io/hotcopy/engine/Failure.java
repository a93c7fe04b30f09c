package io.hotcopy.engine;

import io.hotcopy.plan.HotCopyStep;
import io.hotcopy.problem.HotCopyException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Says what went wrong with a hot copy, and what of it is left. */
final class Failure {

    private Failure() {}

    /** What to throw; {@code cause} is kept in it. */
    static HotCopyFailedException of(
            HotCopyStep step, String stage, Throwable cause, List<? extends MemberCopy> members) {
        boolean cancelled = cause instanceof InterruptedException;
        String hotCopy = step.type().word() + " hot copy of backup group \"" + step.backupGroup() + "\" ";
        String message = cancelled
                ? hotCopy + "was cancelled at stage \"" + stage + "\""
                : hotCopy + "failed at stage \"" + stage + "\": " + reason(cause);
        List<String> hints = new ArrayList<>();
        if (cause instanceof HotCopyException known) {
            hints.addAll(known.hints());
        }
        hints.addAll(left(members));
        return new HotCopyFailedException(message, cause, cancelled, hints);
    }

    /**
     * What to throw for a whole plan: that it was cancelled, else its first failure; with the other failures, and with
     * what became of the other steps.
     *
     * @param failures by the ids of their steps, at least one, in their order
     * @param untaken the ids of the steps that never began
     */
    static HotCopyException of(
            Map<String, HotCopyException> failures, List<RunReport.HotCopy> complete, List<String> untaken) {
        HotCopyException first = failures.values().stream()
                .filter(Failure::isCancelled)
                .findFirst()
                .orElseGet(() -> failures.values().iterator().next());
        if (failures.size() == 1 && complete.isEmpty() && untaken.isEmpty()) {
            return first;
        }
        List<String> hints = new ArrayList<>(first.hints());
        failures.forEach((step, failed) -> hints.addAll(failed == first ? first(step, first) : too(step, failed)));
        failures.values().stream().filter(failed -> failed != first).forEach(first::addSuppressed);
        complete.forEach(hotCopy -> hints.add("Step " + hotCopy.step() + " is complete and stays."));
        untaken.forEach(step -> hints.add("Step " + step + " was not begun."));
        return new HotCopyFailedException(first.getMessage(), first, isCancelled(first), hints);
    }

    private static List<String> first(String step, HotCopyException failed) {
        return List.of("Step " + step + (isCancelled(failed) ? " was cancelled." : " failed."));
    }

    private static List<String> too(String step, HotCopyException failed) {
        List<String> told = new ArrayList<>(List.of("Step " + step + " failed too: " + failed.getMessage() + "."));
        told.addAll(failed.hints());
        return told;
    }

    private static boolean isCancelled(HotCopyException failed) {
        return failed instanceof HotCopyFailedException known && known.cancelled();
    }

    /** Why a hot copy failed, without what {@link #of(HotCopyStep, String, Throwable, List)} says around it. */
    static String bareReason(Throwable failed) {
        return reason(failed instanceof HotCopyFailedException ? failed.getCause() : failed);
    }

    private static String reason(Throwable cause) {
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }

    private static List<String> left(List<? extends MemberCopy> members) {
        List<String> left = new ArrayList<>();
        members.forEach(member -> member.left().ifPresent(left::add));
        if (members.stream().anyMatch(MemberCopy::isPublished)) {
            boolean complete = members.stream().allMatch(MemberCopy::isPublished);
            left.add(
                    complete
                            ? "The hot copy is complete and can be restored."
                            : "The hot copy is incomplete: its cut is not one that all archives can be restored to.");
        }
        return left;
    }
}
