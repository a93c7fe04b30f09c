package io.hotcopy.recovery;

import static io.hotcopy.backupset.SampleSets.member;

import io.hotcopy.backupset.ElementFacts;
import io.hotcopy.backupset.ElementFacts.Member;
import io.hotcopy.backupset.SampleSets;
import io.hotcopy.backupset.SetFacts;
import io.hotcopy.term.ElementId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * A random history of one lineage, element by element as published: archives in backup groups that may overlap, fulls,
 * incrementals chained to the newest set, one chain of journals per archive; runs that fail whole or in part, elements
 * lost so that holes appear, spans that overlap, and elements that are published late.
 */
final class RandomPublications {

    static final List<String> NAMES = List.of("UNPARTITIONED", "SG1", "SG2");

    private final Random random;
    private final int groups;
    private final List<String[]> served = new ArrayList<>();
    private final List<List<Integer>> backupGroups = new ArrayList<>();
    private final List<Publication> publications = new ArrayList<>();

    /** Per archive, its newest set and how far its incrementals and its journals have come. */
    private final Map<Integer, SetFacts> newestSet = new HashMap<>();

    private final Map<Integer, Long> copied = new HashMap<>();
    private final Map<Integer, Long> journalled = new HashMap<>();

    private final int unreliable;
    private final int slow;
    private final int late;
    private long now = 1;
    private long nextRun = 1;
    private long nextSet = 1;

    /** An element and the set it is published in; the later, the higher the turn. */
    record Publication(int turn, SetFacts set, ElementFacts element) {}

    RandomPublications(long seed) {
        random = new Random(seed);
        groups = 1 + random.nextInt(NAMES.size());
        int archives = 1 + random.nextInt(4);
        for (int archive = 0; archive < archives; archive++) {
            served.add(someGroups());
        }
        int plans = 1 + random.nextInt(3);
        for (int plan = 0; plan < plans; plan++) {
            backupGroups.add(some(archives).boxed().toList());
        }
        unreliable = random.nextInt(3) * 8;
        slow = List.of(2, 4, 15).get(random.nextInt(3));
        late = List.of(1, 1, 4, 100).get(random.nextInt(4));
        int runs = 3 + random.nextInt(random.nextInt(8) == 0 ? 20 : 7);
        for (int run = 0; run < runs; run++) {
            take(backupGroups.get(random.nextInt(plans)));
        }
        publications.sort(Comparator.comparingInt(Publication::turn));
    }

    /** How many storage groups the database has. */
    int storageGroups() {
        return groups;
    }

    List<Publication> publications() {
        return List.copyOf(publications);
    }

    /** A set that tells of all the database's storage groups from the beginning, and holds nothing. */
    SetFacts knownFromTheBeginning() {
        Member all = member(99, 0, NAMES.subList(0, groups).toArray(String[]::new));
        ElementId run = SampleSets.run(0);
        SetFacts set = SampleSets.identity(Path.of("nothing"), all, run);
        return SampleSets.holding(set, SampleSets.journal(set, run, 1, List.of(all), 0, 0, 1));
    }

    /** Often all. */
    private IntStream some(int count) {
        if (random.nextBoolean()) {
            return IntStream.range(0, count);
        }
        int one = random.nextInt(count);
        return IntStream.range(0, count).filter(index -> index == one || random.nextBoolean()).boxed().toList().stream()
                .mapToInt(index -> index);
    }

    private String[] someGroups() {
        return some(groups).mapToObj(NAMES::get).toArray(String[]::new);
    }

    private void take(List<Integer> archives) {
        now += random.nextInt(6);
        ElementId run = SampleSets.run(nextRun++);
        int kind = random.nextInt(8);
        if (kind == 0 || newestSet.isEmpty()) {
            takeFull(run, archives);
        } else {
            carryOn(run, archives.stream().filter(newestSet::containsKey).toList(), kind < 4);
        }
    }

    /** With one pin, or each member with its own; the set of a member that fails is left to later elements. */
    private void takeFull(ElementId run, List<Integer> archives) {
        List<Member> members = new ArrayList<>();
        archives.forEach(archive -> members.add(member(archive, nextSet++, served.get(archive))));
        long pin = Math.max(0, now - random.nextInt(slow));
        boolean alike = random.nextBoolean();
        for (Member member : members) {
            SetFacts set = SampleSets.identity(Path.of("set-" + member.set()), member, run);
            int archive = member.archive().value();
            long own = alike ? pin : Math.max(0, now - random.nextInt(slow));
            newestSet.put(archive, set);
            if (publish(set, SampleSets.full(set, run, members, own, now, 1))) {
                copied.put(archive, now);
                journalled.merge(archive, own, (before, after) -> random.nextBoolean() ? before : after);
            }
        }
    }

    private void carryOn(ElementId run, List<Integer> archives, boolean incremental) {
        List<Member> members = archives.stream()
                .map(archive -> member(archive, number(newestSet.get(archive)), served.get(archive)))
                .toList();
        for (int archive : archives) {
            SetFacts set = newestSet.get(archive);
            Map<Integer, Long> chain = incremental ? copied : journalled;
            long from = Math.max(0, chain.getOrDefault(archive, now) - overlap());
            ElementFacts element = incremental
                    ? SampleSets.incremental(set, run, (int) nextRun, members, from, now, 1)
                    : SampleSets.journal(set, run, (int) nextRun, members, from, now, 1);
            if (publish(set, element) || random.nextInt(3) == 0) {
                chain.put(archive, now);
            }
        }
    }

    private long overlap() {
        return random.nextInt(6) == 0 ? random.nextInt(8) : 0;
    }

    private boolean publish(SetFacts set, ElementFacts element) {
        boolean published = random.nextInt(100) >= unreliable;
        if (published) {
            publications.add(new Publication(publications.size() + random.nextInt(late), set, element));
        }
        return published;
    }

    private static long number(SetFacts set) {
        return set.id().value().getLeastSignificantBits()
                - SampleSets.setId(0).value().getLeastSignificantBits();
    }
}
