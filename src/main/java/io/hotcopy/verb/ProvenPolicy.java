package io.hotcopy.verb;

import io.hotcopy.simulate.Exposed;
import io.hotcopy.simulate.Overlap;
import io.hotcopy.simulate.ProtectionProof;
import io.hotcopy.simulate.ScenarioProof;
import io.hotcopy.simulate.StoryEvent;
import io.hotcopy.simulate.Worst;
import io.hotcopy.term.DatabaseName;
import io.hotcopy.term.HotCopyType;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is proven of one policy, all instants by its clock.
 *
 * @param policy its name
 * @param database what it protects
 * @param zone its time zone
 * @param from the first instant looked at
 * @param through the last one
 * @param rpo the most time that may be lost, as promised; empty when nothing is
 * @param rto the longest that a restore may take, as promised; empty when nothing is
 * @param holds whether every objective holds under every failure
 * @param scenarios one for each failure
 * @param overlaps runs that meet one another without any failure
 * @param assumptions what was taken for granted
 */
public record ProvenPolicy(
        String policy,
        DatabaseName database,
        ZoneId zone,
        OffsetDateTime from,
        OffsetDateTime through,
        Optional<Duration> rpo,
        Optional<Duration> rto,
        boolean holds,
        List<Scenario> scenarios,
        List<Meeting> overlaps,
        List<String> assumptions) {

    /**
     * Under one failure.
     *
     * @param failure as {@code --fail} takes it, {@code none} for no failure
     * @param words the same in words
     * @param begins when it begins; empty for none
     * @param ends when it is over; empty for none, and when it never is
     * @param stops why the database cannot go on while it lasts; empty when it can
     * @param holds whether every objective holds
     * @param rpoHolds whether no more may be lost than promised
     * @param rtoHolds whether no restore takes longer than promised
     * @param whole for all storage groups together
     * @param groups for each storage group by itself
     * @param story the counterexample; empty when all hold
     */
    public record Scenario(
            String failure,
            String words,
            Optional<OffsetDateTime> begins,
            Optional<OffsetDateTime> ends,
            Optional<String> stops,
            boolean holds,
            boolean rpoHolds,
            boolean rtoHolds,
            Stake whole,
            Map<String, Stake> groups,
            List<Event> story) {}

    /** The worst loss and the longest restore. */
    public record Stake(Moment rpo, Moment rto) {}

    /**
     * The worst there is.
     *
     * @param time how long; empty when nothing can be restored at all
     * @param at when everything live is lost
     * @param because why, in words
     */
    public record Moment(Optional<Duration> time, OffsetDateTime at, String because) {}

    /** Runs that meet one they may not run beside, since when and how often. */
    public record Meeting(
            String backupGroup,
            HotCopyType type,
            HotCopyType running,
            String reaction,
            OffsetDateTime first,
            long times) {}

    /** One line of a counterexample. */
    public record Event(
            OffsetDateTime at,
            StoryEvent.Kind kind,
            Optional<String> backupGroup,
            Optional<HotCopyType> type,
            String words) {}

    static ProvenPolicy of(ProtectionProof proof) {
        ByClock clock = new ByClock(proof.zone());
        return new ProvenPolicy(
                proof.policy(),
                proof.database(),
                proof.zone(),
                clock.at(proof.from()),
                clock.at(proof.through()),
                proof.objectives().rpo(),
                proof.objectives().rto(),
                proof.holds(),
                proof.scenarios().stream().map(clock::scenario).toList(),
                proof.overlaps().stream().map(clock::meeting).toList(),
                proof.assumptions());
    }

    /** Tells instants by the clock of a zone. */
    private record ByClock(ZoneId zone) {

        OffsetDateTime at(Instant instant) {
            return instant.atZone(zone).toOffsetDateTime();
        }

        Scenario scenario(ScenarioProof proof) {
            Map<String, Stake> groups = new LinkedHashMap<>();
            proof.groups().forEach((group, exposed) -> groups.put(group.value(), stake(exposed)));
            return new Scenario(
                    FailureText.of(proof.failure()),
                    proof.failure().words(),
                    proof.begins().map(this::at),
                    proof.ends().map(this::at),
                    proof.stops(),
                    proof.holds(),
                    proof.rpoHolds(),
                    proof.rtoHolds(),
                    stake(proof.whole()),
                    groups,
                    proof.story().stream().map(this::event).toList());
        }

        private Stake stake(Exposed exposed) {
            return new Stake(moment(exposed.rpo()), moment(exposed.rto()));
        }

        private Moment moment(Worst worst) {
            return new Moment(worst.time(), at(worst.at()), worst.because());
        }

        Meeting meeting(Overlap overlap) {
            return new Meeting(
                    overlap.backupGroup(),
                    overlap.type(),
                    overlap.running(),
                    overlap.reaction(),
                    at(overlap.first()),
                    overlap.times());
        }

        private Event event(StoryEvent event) {
            return new Event(at(event.at()), event.kind(), event.backupGroup(), event.type(), event.words());
        }
    }
}
