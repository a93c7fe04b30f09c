package io.hotcopy.verb;

import io.hotcopy.catalog.DomainState;
import io.hotcopy.catalog.RunLedger;
import io.hotcopy.model.BackupPolicy;
import io.hotcopy.plan.PastRun;
import io.hotcopy.term.DatabaseName;
import io.hotcopy.timetable.Timetable;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What the run ledgers tell, as far back as the policies can ask: two of their longest intervals.
 *
 * @param from runs that ended before are not read
 */
record LedgerRuns(Session session, Instant from) {
    private static final Duration AT_LEAST = Duration.ofDays(40);

    /** @param occurrence an earlier instant that is asked about too */
    static LedgerRuns of(Session session, List<BackupPolicy> policies, Instant now, Optional<Instant> occurrence) {
        Duration longest = policies.stream()
                .flatMap(policy -> policy.runs().stream().flatMap(line -> policy.backupGroups().stream()
                        .flatMap(group -> Timetable.of(policy).longestGap(line, group).stream())))
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
        Duration back = longest.multipliedBy(2).compareTo(AT_LEAST) > 0 ? longest.multipliedBy(2) : AT_LEAST;
        Instant from = now.minus(back);
        return new LedgerRuns(session, occurrence.filter(from::isAfter).orElse(from));
    }

    /** Those of the database's domain, in the order in which they were entered. */
    List<PastRun> of(DatabaseName database) {
        return ledger(session, database).since(from);
    }

    static RunLedger ledger(Session session, DatabaseName database) {
        return new RunLedger(new DomainState(session.surroundings().home()).of(database.domain()));
    }
}
