package io.hotcopy.recovery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotcopy.backupset.ElementFacts;
import io.hotcopy.backupset.SetFacts;
import io.hotcopy.recovery.RandomPublications.Publication;
import io.hotcopy.term.CommitRange;
import io.hotcopy.term.ElementId;
import io.hotcopy.term.HotCopyType;
import io.hotcopy.term.SetId;
import io.hotcopy.term.StorageGroupName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What grows against what the planner says of everything published so far, after every publication. */
class GrowingReachPropertyTest {
    private static final int HISTORIES = 3_000;

    /** How often the answers rose: the whole by a base, by covers, and a group without the whole. */
    private int wholeByBase;

    private int wholeByCover;
    private int groupAlone;
    /** How often an element made more count than itself. */
    private int connected;

    @Test
    void saysWhatThePlannerSaysAfterEveryPublication() {
        for (long seed = 0; seed < HISTORIES; seed++) {
            compare(seed);
        }
        String counts = "by base " + wholeByBase + ", by cover " + wholeByCover + ", group alone " + groupAlone
                + ", connected " + connected;
        assertTrue(wholeByBase > 2_000 && wholeByCover > 2_000 && groupAlone > 2_000 && connected > 500, counts);
    }

    /** One history; then from some moment once more, with a copy made there before the first went on. */
    private void compare(long seed) {
        RandomPublications history = new RandomPublications(seed);
        List<Publication> publications = history.publications();
        List<List<Long>> expected = expected(history);
        Published published =
                new Published(new GrowingReach(history.storageGroups()), history.storageGroups(), new HashMap<>());
        int moment = new Random(seed).nextInt(publications.size() + 1);
        Published copied = published;
        for (int at = 0; at < publications.size(); at++) {
            copied = at == moment ? published.copy() : copied;
            List<Long> before = published.answers();
            published.add(publications.get(at).element());
            assertEquals(expected.get(at), published.answers(), "seed " + seed + ", publication " + at);
            count(before, published.answers(), publications.get(at).element());
        }
        for (int at = moment; at < publications.size(); at++) {
            copied.add(publications.get(at).element());
            assertEquals(expected.get(at), copied.answers(), "seed " + seed + ", copy, publication " + at);
        }
    }

    private void count(List<Long> before, List<Long> after, ElementFacts element) {
        int whole = after.size() - 1;
        boolean risen = after.get(whole) > before.get(whole);
        wholeByBase += risen && element.type() == HotCopyType.FULL ? 1 : 0;
        wholeByCover += risen && element.type() != HotCopyType.FULL ? 1 : 0;
        groupAlone += !risen && !after.equals(before) ? 1 : 0;
        connected += !after.equals(before)
                        && after.stream()
                                .anyMatch(newest -> newest > element.cut().value() && !before.contains(newest))
                ? 1
                : 0;
    }

    /** After each publication the newest commit of each storage group, then of the whole database. */
    private static List<List<Long>> expected(RandomPublications history) {
        Map<SetId, SetFacts> sets = new LinkedHashMap<>();
        SetFacts first = history.knownFromTheBeginning();
        sets.put(first.id(), first);
        List<List<Long>> expected = new ArrayList<>();
        for (Publication publication : history.publications()) {
            SetFacts set = sets.getOrDefault(publication.set().id(), publication.set());
            List<ElementFacts> elements = new ArrayList<>(set.elements());
            elements.add(publication.element());
            sets.put(set.id(), set.withElements(elements));
            expected.add(planned(List.copyOf(sets.values()), history.storageGroups()));
        }
        return expected;
    }

    private static List<Long> planned(List<SetFacts> sets, int groups) {
        List<Coverage.OfLineage> lineages = RecoveryPlanner.coverage(sets).lineages();
        List<Long> answers = new ArrayList<>();
        for (String name : RandomPublications.NAMES.subList(0, groups)) {
            answers.add(
                    lineages.isEmpty()
                            ? -1
                            : highest(lineages.get(0).ranges().getOrDefault(new StorageGroupName(name), List.of())));
        }
        answers.add(lineages.isEmpty() ? -1 : highest(lineages.get(0).whole()));
        return answers;
    }

    private static long highest(List<TargetRange> ranges) {
        return ranges.isEmpty() ? -1 : ranges.get(ranges.size() - 1).last().value();
    }

    /** Tells a reach of elements, as its caller has to. */
    private record Published(GrowingReach reach, int groups, Map<ElementId, List<ElementFacts>> fulls) {

        void add(ElementFacts element) {
            boolean incremental = element.type() == HotCopyType.INCREMENTAL;
            boolean last = element.type() == HotCopyType.FULL && isLast(element);
            boolean alike = last
                    && members(element).stream()
                                    .map(ElementFacts::pinPoint)
                                    .distinct()
                                    .count()
                            == 1;
            if (!alike) {
                element.covers().forEach((group, range) -> cover(group, incremental, range));
            }
            if (last) {
                reach.base(
                        groups(members(element)),
                        latestPin(members(element)),
                        element.cut().value());
            }
        }

        private void cover(StorageGroupName group, boolean incremental, CommitRange range) {
            int number = RandomPublications.NAMES.indexOf(group.value());
            reach.cover(
                    number, incremental, range.from().value(), range.through().value());
        }

        private boolean isLast(ElementFacts element) {
            fulls.computeIfAbsent(element.id(), absent -> new ArrayList<>()).add(element);
            return members(element).size() == element.members().size();
        }

        private List<ElementFacts> members(ElementFacts element) {
            return fulls.get(element.id());
        }

        private static int[] groups(List<ElementFacts> members) {
            return members.stream()
                    .flatMap(member -> member.covers().keySet().stream())
                    .mapToInt(group -> RandomPublications.NAMES.indexOf(group.value()))
                    .toArray();
        }

        private static long latestPin(List<ElementFacts> members) {
            return members.stream()
                    .mapToLong(member -> member.pinPoint().value())
                    .max()
                    .orElseThrow();
        }

        List<Long> answers() {
            List<Long> answers = new ArrayList<>();
            for (int group = 0; group < groups; group++) {
                answers.add(reach.newest(group));
            }
            answers.add(reach.whole());
            return answers;
        }

        Published copy() {
            Map<ElementId, List<ElementFacts>> copies = new HashMap<>();
            fulls.forEach((run, members) -> copies.put(run, new ArrayList<>(members)));
            return new Published(reach.copy(), groups, copies);
        }
    }
}
