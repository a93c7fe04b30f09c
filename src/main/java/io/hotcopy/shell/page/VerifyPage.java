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
import java.util.List;
import org.jline.utils.AttributedString;

/** The answer of a verification, the worst first word, then every reason. */
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
        verdict.sets().forEach(set -> set(set, lines));
        verdict.groups().forEach(group -> group(group, lines));
        findings(verdict.findings(), lines);
        verdict.drill()
                .ifPresent(drill -> lines.add("  drill: restored " + drill.size() + " in "
                        + Figures.seconds(drill.restore().toNanos()) + ", compared in "
                        + Figures.seconds(drill.compare().toNanos())));
    }

    private static void set(SetVerdict set, Lines lines) {
        lines.add(Ink.PLAIN.of("  "), outcome(set.outcome()), Ink.PLAIN.of("  " + set.location()));
        findings(set.findings(), lines);
    }

    private static void group(GroupVerdict group, Lines lines) {
        lines.add(Ink.PLAIN.of("  "), outcome(group.outcome()), Ink.PLAIN.of("  storage group " + group.group()));
        findings(group.findings(), lines);
    }

    private static void findings(List<Finding> findings, Lines lines) {
        findings.forEach(finding -> {
            lines.add(Ink.PLAIN.of("    "), outcome(finding.outcome()), Ink.PLAIN.of(": " + finding.message()));
            finding.hints().forEach(hint -> lines.add(Words.hint(), Ink.PLAIN.of(hint)));
        });
    }

    private static AttributedString outcome(Outcome outcome) {
        return switch (outcome) {
            case VALID -> Ink.GOOD.of(outcome.word());
            case UNKNOWN -> Ink.CAUTION.of(outcome.word());
            case DAMAGED -> Ink.BAD.of(outcome.word());
        };
    }
}
