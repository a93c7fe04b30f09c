package io.hotcopy.shell.page;

import io.hotcopy.shell.screen.Ink;
import io.hotcopy.shell.screen.Lines;
import io.hotcopy.simulate.ProtectionProof;
import io.hotcopy.simulate.ScenarioProof;
import io.hotcopy.simulate.StoryEvent;
import io.hotcopy.simulate.Worst;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** How a promise is broken: what happens around the worst moment, as a picture and then in words. */
final class Counterexample {
    private static final int SHOWN_FIRST = 12;
    private static final int SHOWN_LAST = 20;

    private final ProtectionProof proof;
    private final ScenarioProof scenario;
    private final int width;

    Counterexample(ProtectionProof proof, ScenarioProof scenario, int width) {
        this.proof = proof;
        this.scenario = scenario;
        this.width = width;
    }

    void add(Lines lines) {
        Wrapped wrapped = new Wrapped(width);
        lines.gap();
        wrapped.add(Ink.BAD, "", heading(), lines);
        if (!isTold(worst().because())) {
            wrapped.add(Ink.PLAIN, "", worst().because(), lines);
        }
        lines.gap();
        new StoryStrip(scenario, worst(), !scenario.rpoHolds(), proof.zone(), width).add(lines);
        lines.gap();
        events(wrapped, lines);
    }

    private boolean isTold(String because) {
        return because.isBlank()
                || scenario.story().stream().anyMatch(event -> event.words().equals(because));
    }

    private Worst worst() {
        return scenario.rpoHolds() ? scenario.whole().rto() : scenario.whole().rpo();
    }

    /** {@code sm 0 down: 21 min are lost, and rpo 15 min is promised}. */
    private String heading() {
        Optional<Duration> time = worst().time();
        String what = scenario.rpoHolds()
                ? time.map(took -> "a restore takes " + ProofWords.time(took)).orElse("nothing can be restored")
                : time.map(lost -> ProofWords.time(lost) + " are lost").orElse("everything is lost");
        Optional<Duration> promised = scenario.rpoHolds()
                ? proof.objectives().rto()
                : proof.objectives().rpo();
        return ProofWords.failure(scenario.failure()) + ": " + what
                + promised.map(most ->
                                ", " + (scenario.rpoHolds() ? "rto " : "rpo ") + ProofWords.time(most) + " is promised")
                        .orElse("");
    }

    private void events(Wrapped wrapped, Lines lines) {
        List<StoryEvent> story = scenario.story();
        int left = story.size() <= SHOWN_FIRST + SHOWN_LAST ? 0 : story.size() - SHOWN_FIRST - SHOWN_LAST;
        for (int at = 0; at < story.size(); at++) {
            if (left > 0 && at == SHOWN_FIRST) {
                lines.add(Ink.FAINT.of("    and " + left + " more; --json has all"));
                at += left;
            }
            event(at + 1, story.get(at), wrapped, lines);
        }
    }

    private void event(int number, StoryEvent event, Wrapped wrapped, Lines lines) {
        ZoneId zone = proof.zone();
        String before = String.format("%3d  %s  ", number, ProofWords.toTheSecond(event.at(), zone));
        String group = event.backupGroup().map(name -> name + ": ").orElse("");
        wrapped.add(StoryStrip.ink(event.kind()), before, group + event.words(), lines);
    }
}
