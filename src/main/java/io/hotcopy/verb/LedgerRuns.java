package io.hotcopy.verb;

import io.hotcopy.model.BackupPolicy;
import io.hotcopy.plan.PastRun;
import io.hotcopy.term.DatabaseName;
import io.hotcopy.timetable.Timetable;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the run ledgers tell, as far back as the policies can ask: two of their longest intervals. Each ledger is read
 * once.
 */
final class LedgerRuns {
    private static final Duration AT_LEAST = Duration.ofDays(40);

    private final Session session;
    private final Instant from;
    private final Map<String, List<PastRun>> read = new HashMap<>();

    /** @param from runs that ended before are not read */
    private LedgerRuns(Session session, Instant from) {
        this.session = session;
        this.from = from;
    }

    /** @param occurrence an earlier instant that is asked about too */
    static LedgerRuns of(Session session, List<BackupPolicy> policies, Instant now, Optional<Instant> occurrence) {
        Duration longest = policies.stream()
                .flatMap(LedgerRuns::gaps)
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
        Duration back = longest.multipliedBy(2).compareTo(AT_LEAST) > 0 ? longest.multipliedBy(2) : AT_LEAST;
        Instant from = now.minus(back);
        return new LedgerRuns(session, occurrence.filter(from::isAfter).orElse(from));
    }

    private static Stream<Duration> gaps(BackupPolicy policy) {
        Timetable times = Timetable.of(policy);
        return policy.runs().stream().flatMap(line -> policy.backupGroups().stream()
                .flatMap(group -> times.longestGap(line, group).stream()));
    }

    /** Those of the database's domain, in the order in which they were entered. */
    List<PastRun> of(DatabaseName database) {
        return read.computeIfAbsent(
                database.domain(), domain -> session.ledger(domain).since(from));
    }
}
