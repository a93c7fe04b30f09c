package io.hotcopy.engine;

import io.hotcopy.plan.HotCopyStep;
import io.hotcopy.problem.HotCopyException;
import java.util.ArrayList;
import java.util.List;

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

    /** The same failure, with the steps that had been completed before it. */
    static HotCopyFailedException after(List<RunReport.HotCopy> complete, HotCopyException failed) {
        List<String> hints = new ArrayList<>(failed.hints());
        complete.forEach(hotCopy -> hints.add("Step " + hotCopy.step() + " is complete and stays."));
        boolean cancelled = failed instanceof HotCopyFailedException known && known.cancelled();
        return new HotCopyFailedException(failed.getMessage(), failed, cancelled, hints);
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
