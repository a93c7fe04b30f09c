package io.hotcopy.retention;

import io.hotcopy.backupset.ElementFacts;
import io.hotcopy.backupset.SetFacts;
import io.hotcopy.model.BackupPolicy;
import io.hotcopy.model.Hold;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Which sets a hold means: a directory's name, the id of a set, a collection or a run, or a beginning of one. */
public final class HoldRule {

    private HoldRule() {}

    /**
     * The holds of policies that are in force.
     *
     * @param now the present: a hold that has ended holds nothing
     */
    public static List<Hold> inForce(List<BackupPolicy> policies, Instant now) {
        return policies.stream()
                .flatMap(policy -> policy.holds().stream())
                .filter(hold -> hold.until().filter(end -> !now.isBefore(end)).isEmpty())
                .distinct()
                .toList();
    }

    /** Whether a hold means a set, or a collection or run that the set has a part in. */
    public static boolean means(Hold hold, SetFacts set) {
        return names(set).anyMatch(name -> begins(name, hold.set()));
    }

    /** {@code held until 2027-01-01T00:00:00Z: audit}. */
    public static String words(Hold hold) {
        return "held" + hold.until().map(end -> " until " + end).orElse("") + ": " + hold.because();
    }

    private static boolean begins(String name, String word) {
        return name.startsWith(word) || name.startsWith(word.toLowerCase(Locale.ROOT));
    }

    private static Stream<String> names(SetFacts set) {
        return Stream.concat(
                Stream.of(
                        set.location().getFileName().toString(),
                        set.id().toString(),
                        set.collection().toString()),
                set.elements().stream().map(ElementFacts::id).map(Object::toString));
    }
}
