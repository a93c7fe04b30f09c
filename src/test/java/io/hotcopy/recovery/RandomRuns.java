package io.hotcopy.recovery;

import static io.hotcopy.backupset.SampleSets.member;
import static io.hotcopy.backupset.SampleSets.uuid;

import io.hotcopy.backupset.ElementFacts;
import io.hotcopy.backupset.ElementFacts.Member;
import io.hotcopy.backupset.SampleSets;
import io.hotcopy.backupset.SetFacts;
import io.hotcopy.term.CommitNumber;
import io.hotcopy.term.CommitRange;
import io.hotcopy.term.ElementId;
import io.hotcopy.term.Fingerprint;
import io.hotcopy.term.Lineage;
import io.hotcopy.term.StorageGroupName;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A random history of fulls, incrementals and journals over a few lineages, archives and storage groups: with fulls
 * that failed and left their set to journals, holes, elements lost, runs half published, and copies that contradict
 * each other.
 */
final class RandomRuns {

    static final long LAST_COMMIT = 40;
    static final List<String> GROUPS = List.of("UNPARTITIONED", "SG1", "SG2");

    private final Random random;
    private final List<Lineage> lineages = new ArrayList<>();
    /** The sets, and beside them the member that each was begun for. */
    private final List<SetFacts> sets = new ArrayList<>();

    private final List<Member> members = new ArrayList<>();
    private long nextSet = 1;

    RandomRuns(long seed) {
        random = new Random(seed);
        lineages.add(SampleSets.LINEAGE);
        while (random.nextInt(5) > 1 && lineages.size() < 4) {
            Lineage parent = lineages.get(random.nextInt(lineages.size()));
            lineages.add(parent.forkedAt(commit(random.nextLong(LAST_COMMIT / 2)), uuid(500 + lineages.size())));
        }
        int runs = 1 + random.nextInt(4);
        for (int run = 1; run <= runs; run++) {
            takeFull(SampleSets.run(run));
        }
        int carried = sets.isEmpty() ? 0 : random.nextInt(25);
        for (int run = runs + 1; run <= runs + carried; run++) {
            carryOn(SampleSets.run(run), run);
        }
        lose();
        Collections.shuffle(sets, random);
    }

    List<SetFacts> sets() {
        return List.copyOf(sets);
    }

    List<Lineage> lineages() {
        return List.copyOf(lineages);
    }

    private void takeFull(ElementId run) {
        Lineage lineage = lineages.get(random.nextInt(lineages.size()));
        List<Member> together = new ArrayList<>();
        for (int archive = 0; archive <= random.nextInt(3); archive++) {
            together.add(member(archive, nextSet++, someGroups()));
        }
        long cut = 1 + random.nextInt((int) LAST_COMMIT / 2);
        boolean failed = random.nextInt(4) == 0;
        for (Member member : together) {
            SetFacts set = SampleSets.identity(Path.of("set-" + member.set()), member, run, lineage);
            ElementFacts full =
                    SampleSets.full(set, run, together, random.nextInt((int) cut + 1), cut, 1 + random.nextInt(9));
            sets.add(failed ? set : SampleSets.holding(set, disturbed(full)));
            members.add(member);
        }
    }

    private String[] someGroups() {
        return random.nextInt(3) == 0
                ? new String[] {"UNPARTITIONED", GROUPS.get(1 + random.nextInt(2))}
                : GROUPS.toArray(String[]::new);
    }

    /** An incremental or journal of a set, or of two that are of one lineage. */
    private void carryOn(ElementId run, int number) {
        List<Integer> places = new ArrayList<>();
        places.add(random.nextInt(sets.size()));
        int other = random.nextInt(sets.size());
        if (random.nextInt(3) == 0
                && other != places.get(0)
                && sets.get(other).lineage().equals(sets.get(places.get(0)).lineage())) {
            places.add(other);
        }
        List<Member> together = places.stream().map(members::get).toList();
        long cut = 1 + random.nextInt((int) LAST_COMMIT);
        boolean journal = random.nextBoolean();
        for (int place : places) {
            SetFacts set = sets.get(place);
            long from = Math.max(0, cut - random.nextInt(20));
            int size = 1 + random.nextInt(9);
            ElementFacts element = journal
                    ? SampleSets.journal(set, run, number, together, from, cut, size)
                    : SampleSets.incremental(set, run, number, together, from, cut, size);
            List<ElementFacts> elements = new ArrayList<>(set.elements());
            elements.add(disturbed(element));
            sets.set(place, SampleSets.holding(set, elements.toArray(ElementFacts[]::new)));
        }
    }

    /**
     * Each with an end of its own, some with groups that begin elsewhere, few with content that is not as it should.
     */
    private ElementFacts disturbed(ElementFacts element) {
        ElementFacts result = SampleSets.endedAt(element, element.ended().plusNanos(1 + random.nextInt(1_000_000_000)));
        SortedMap<StorageGroupName, CommitRange> covers = new TreeMap<>(result.covers());
        if (element.previous().isEmpty() && random.nextInt(4) == 0) {
            covers.replaceAll((group, range) -> random.nextBoolean()
                    ? range
                    : new CommitRange(commit(random.nextLong(range.through().value() + 1)), range.through()));
            result = SampleSets.covering(result, covers);
        }
        SortedMap<StorageGroupName, Fingerprint> content = new TreeMap<>(result.fingerprints());
        if (random.nextInt(12) == 0) {
            content.replaceAll((group, right) -> new Fingerprint(0, random.nextLong()));
            result = SampleSets.withFingerprints(result, content);
        }
        return result;
    }

    /** Takes away some elements, and some sets whole. */
    private void lose() {
        sets.removeIf(set -> random.nextInt(12) == 0);
        sets.replaceAll(set -> SampleSets.holding(
                set,
                set.elements().stream().filter(element -> random.nextInt(9) > 0).toArray(ElementFacts[]::new)));
    }

    static CommitNumber commit(long number) {
        return new CommitNumber(number);
    }
}
