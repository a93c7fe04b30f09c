package io.hotcopy.recovery;

import static io.hotcopy.backupset.SampleSets.member;
import static io.hotcopy.backupset.SampleSets.uuid;

import io.hotcopy.backupset.ElementFacts;
import io.hotcopy.backupset.ElementFacts.Member;
import io.hotcopy.backupset.SampleSets;
import io.hotcopy.backupset.SetFacts;
import io.hotcopy.term.CommitNumber;
import io.hotcopy.term.ElementId;
import io.hotcopy.term.Lineage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;

/** A random history of fulls over a few lineages, of which some sets are lost and some half-made. */
final class RandomRuns {

    static final long LAST_COMMIT = 60;
    private static final String[] GROUPS = {"SG1", "SG2", "SG3"};

    private final Random random;
    private final List<Lineage> lineages = new ArrayList<>();
    private final List<SetFacts> sets = new ArrayList<>();
    private long nextSet = 1;

    RandomRuns(long seed) {
        random = new Random(seed);
        lineages.add(SampleSets.LINEAGE);
        while (random.nextInt(3) > 0 && lineages.size() < 4) {
            Lineage parent = lineages.get(random.nextInt(lineages.size()));
            lineages.add(parent.forkedAt(commit(random.nextLong(LAST_COMMIT)), uuid(500 + lineages.size())));
        }
        int runs = random.nextInt(7);
        for (int run = 1; run <= runs; run++) {
            takeFull(SampleSets.run(run));
        }
        Collections.shuffle(sets, random);
    }

    List<SetFacts> sets() {
        return List.copyOf(sets);
    }

    /** A lineage that one of the sets tells of. */
    Optional<Lineage> known(UUID id) {
        return sets.stream()
                .map(SetFacts::lineage)
                .filter(lineage -> lineage.id().equals(id))
                .findFirst();
    }

    List<Lineage> lineages() {
        return List.copyOf(lineages);
    }

    private void takeFull(ElementId run) {
        Lineage lineage = lineages.get(random.nextInt(lineages.size()));
        List<Member> members = new ArrayList<>();
        for (int archive = 0; archive <= random.nextInt(3); archive++) {
            members.add(member(archive, nextSet++, "UNPARTITIONED", GROUPS[random.nextInt(3)]));
        }
        long cut = 1 + random.nextInt((int) LAST_COMMIT);
        for (Member member : members) {
            int fate = random.nextInt(8);
            if (fate > 0) {
                SetFacts set = SampleSets.identity(Path.of("set-" + member.set()), member, run, lineage);
                ElementFacts full = SampleSets.full(set, run, members, random.nextInt((int) cut + 1), cut, 1);
                sets.add(fate > 1 ? SampleSets.holding(set, full) : set);
            }
        }
    }

    static CommitNumber commit(long number) {
        return new CommitNumber(number);
    }
}
