package io.hotcopy.backupset;

import io.hotcopy.backupset.ElementFacts.Member;
import io.hotcopy.term.StorageGroupName;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** What must agree within an element, and between an element and its set, before it is sealed and after it is read. */
final class SealCheck {

    private SealCheck() {}

    /** Refuses facts that do not describe what a writer wrote. */
    static void require(ElementFacts facts, ElementWriter writer) {
        demand(facts.id(), writer.run(), "element id");
        demand(facts.type(), writer.type(), "type");
        demand(facts.directory(), writer.directoryName(), "directory");
        demand(facts.size().bytes(), writer.finishedBytes(), "size");
        disagreement(facts, writer.set()).ifPresent(what -> {
            throw new IllegalArgumentException(what);
        });
    }

    /** How an element contradicts itself or the set it lies in; empty when it does not. */
    static Optional<String> disagreement(ElementFacts element, SetFacts set) {
        return firstDifference(
                differs("lineage", set.lineage(), element.lineage()),
                differs("archive", set.archive(), element.archive()),
                differs("archive uuid", set.archiveUuid(), element.archiveUuid()),
                differs("type of \"" + element.directory() + "\"", Optional.of(element.type()), typeOfName(element)),
                differs("groups covered", groups(element, set), element.covers().keySet()),
                differs(
                        "groups with a fingerprint",
                        groups(element, set),
                        element.fingerprints().keySet()),
                element.pinPoint().isAfter(element.cut())
                        ? Optional.of("pin point " + element.pinPoint() + " is after cut " + element.cut())
                        : Optional.empty());
    }

    private static Object typeOfName(ElementFacts element) {
        return ElementDirectory.parse(element.directory()).map(ElementDirectory::type);
    }

    /** The groups that the run says this set's archive serves at the cut; none when it is no member. */
    private static Set<StorageGroupName> groups(ElementFacts element, SetFacts set) {
        for (Member member : element.members()) {
            if (member.set().equals(set.id()) && member.archive().equals(set.archive())) {
                return member.storageGroups();
            }
        }
        return Set.of();
    }

    private static Optional<String> differs(String what, Object expected, Object actual) {
        return Objects.equals(expected, actual)
                ? Optional.empty()
                : Optional.of(what + " is " + actual + ", not " + expected);
    }

    @SafeVarargs
    private static Optional<String> firstDifference(Optional<String>... differences) {
        for (Optional<String> difference : differences) {
            if (difference.isPresent()) {
                return difference;
            }
        }
        return Optional.empty();
    }

    private static void demand(Object actual, Object expected, String what) {
        if (!actual.equals(expected)) {
            throw new IllegalArgumentException(what + " is " + actual + ", not " + expected);
        }
    }
}
