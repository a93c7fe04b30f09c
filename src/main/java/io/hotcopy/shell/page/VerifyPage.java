package io.hotcopy.shell.page;

import io.hotcopy.shell.screen.Figures;
import io.hotcopy.shell.screen.Ink;
import io.hotcopy.shell.screen.Lines;
import io.hotcopy.verb.VerifyResult;
import io.hotcopy.verify.Finding;
import io.hotcopy.verify.GroupVerdict;
import io.hotcopy.verify.Outcome;
import io.hotcopy.verify.SetVerdict;
import io.hotcopy.verify.Verdict;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jline.utils.AttributedString;

/** The answer of a verification, the worst first word, then every reason, once, where it was found. */
final class VerifyPage {
    private VerifyPage() {}

    static Lines of(VerifyResult result) {
        Lines lines = new Lines();
        if (result.planned()) {
            return lines.add(
                    Words.planned(),
                    Ink.PLAIN.of("verify, depth " + result.depth().word()));
        }
        result.verdicts().forEach(verdict -> verdict(verdict, lines));
        return lines;
    }

    private static void verdict(Verdict verdict, Lines lines) {
        String what = verdict.plan()
                .map(plan -> plan.database() + " at commit " + plan.target() + ", " + plan.size())
                .orElse("no restore is possible");
        lines.add(
                outcome(verdict.outcome()),
                Ink.PLAIN.of(", depth " + verdict.depth().word() + ": " + what));
        Set<Finding> told = new HashSet<>();
        verdict.sets().forEach(set -> set(set, told, lines));
        findings(verdict.findings(), told, lines);
        verdict.groups().forEach(group -> group(group, told, lines));
        verdict.drill()
                .ifPresent(drill -> lines.add("  drill: restored " + drill.size() + " in "
                        + Figures.seconds(drill.restore().toNanos()) + ", compared in "
                        + Figures.seconds(drill.compare().toNanos())));
    }

    private static void set(SetVerdict set, Set<Finding> told, Lines lines) {
        lines.add(Ink.PLAIN.of("  "), outcome(set.outcome()), Ink.PLAIN.of("  " + set.location()));
        findings(set.findings(), told, lines);
    }

    private static void group(GroupVerdict group, Set<Finding> told, Lines lines) {
        lines.add(Ink.PLAIN.of("  "), outcome(group.outcome()), Ink.PLAIN.of("  storage group " + group.group()));
        findings(group.findings(), told, lines);
    }

    /** What damages a set damages the storage groups in it, for the same reason. */
    private static void findings(List<Finding> findings, Set<Finding> told, Lines lines) {
        findings.stream().filter(told::add).forEach(finding -> {
            lines.add(Ink.PLAIN.of("    "), outcome(finding.outcome()), Ink.PLAIN.of(reason(finding)));
            finding.hints().forEach(hint -> lines.add(Words.hint(), Ink.PLAIN.of(hint)));
        });
    }

    /** Many a reason begins with the very word. */
    private static String reason(Finding finding) {
        String word = finding.outcome().word() + " ";
        return finding.message().startsWith(word)
                ? finding.message().substring(word.length() - 1)
                : ": " + finding.message();
    }

    private static AttributedString outcome(Outcome outcome) {
        return switch (outcome) {
            case VALID -> Ink.GOOD.of(outcome.word());
            case UNKNOWN -> Ink.CAUTION.of(outcome.word());
            case DAMAGED -> Ink.BAD.of(outcome.word());
        };
    }
}
