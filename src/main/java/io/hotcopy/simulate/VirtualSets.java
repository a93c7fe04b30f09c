package io.hotcopy.simulate;

import io.hotcopy.backupset.ElementFacts;
import io.hotcopy.backupset.ElementFacts.CommitTimes;
import io.hotcopy.backupset.ElementFacts.Member;
import io.hotcopy.backupset.SetFacts;
import io.hotcopy.term.ByteSize;
import io.hotcopy.term.CommitNumber;
import io.hotcopy.term.CommitRange;
import io.hotcopy.term.ElementId;
import io.hotcopy.term.HotCopyType;
import io.hotcopy.term.Lineage;
import io.hotcopy.term.SetId;
import io.hotcopy.term.StorageGroupName;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.IntPredicate;

/**
 * The sets that lie there at a moment of a playback, as their manifests would tell of them, so that the restore planner
 * can be asked.
 */
final class VirtualSets {
    private static final Lineage LIFE = Lineage.created(new UUID(0, 1));
    private static final UUID DATABASE = new UUID(0, 2);

    private final Layout layout;
    private final Path place;
    private final Optional<LostSets> lost;
    private final Map<SetId, List<ElementFacts>> elements = new LinkedHashMap<>();
    private final Map<SetId, int[]> owners = new LinkedHashMap<>();

    private VirtualSets(Layout layout, Path place, Optional<LostSets> lost) {
        this.layout = layout;
        this.place = place;
        this.lost = lost;
    }

    /**
     * The sets of some backup groups, from the newest full of each on.
     *
     * @param log what was published
     * @param copies only the first so many
     * @param lost the sets that are lost with a region
     * @param groups which backup groups
     */
    static List<SetFacts> since(Layout layout, Log log, int copies, Optional<LostSets> lost, IntPredicate groups) {
        boolean[] done = new boolean[layout.groups().size()];
        int open = 0;
        for (int group = 0; group < done.length; group++) {
            done[group] = !groups.test(group);
            open += done[group] ? 0 : 1;
        }
        List<Published> newestFirst = new ArrayList<>();
        for (int index = copies - 1; index >= 0 && open > 0; index--) {
            Published copy = log.get(index);
            if (!done[copy.group()]) {
                newestFirst.add(copy);
                done[copy.group()] = copy.isFull();
                open -= copy.isFull() ? 1 : 0;
            }
        }
        return of(layout, newestFirst, lost);
    }

    /** The sets that these copies made, in whichever order. */
    static List<SetFacts> of(Layout layout, List<Published> copies, Optional<LostSets> lost) {
        VirtualSets sets =
                new VirtualSets(layout, layout.policies().get(0).directory().root(), lost);
        copies.stream().sorted(Comparator.comparingLong(Published::cut)).forEach(sets::add);
        return sets.facts();
    }

    private void add(Published copy) {
        Layout.Group group = layout.groups().get(copy.group());
        List<Member> members = new ArrayList<>();
        for (int index = 0; index < group.managers().length; index++) {
            int manager = group.managers()[index];
            members.add(
                    new Member(layout.managers().get(manager).archive(), set(copy, index, manager), served(manager)));
        }
        for (int index = 0; index < group.managers().length; index++) {
            int manager = group.managers()[index];
            if (lost.isEmpty() || !lost.get().have(layout, group, manager, copy.at())) {
                SetId set = set(copy, index, manager);
                elements.computeIfAbsent(set, absent -> new ArrayList<>())
                        .add(element(copy, index, manager, members, set));
                owners.put(set, new int[] {manager, copy.group()});
            }
        }
    }

    private static SetId set(Published copy, int index, int manager) {
        return new SetId(new UUID(manager + 1, copy.set(index)));
    }

    private SortedSet<StorageGroupName> served(int manager) {
        SortedSet<StorageGroupName> served = new TreeSet<>();
        for (int group : layout.serves()[manager]) {
            served.add(layout.storageGroups().get(group));
        }
        return served;
    }

    private ElementFacts element(Published copy, int index, int manager, List<Member> members, SetId set) {
        CommitRange range = new CommitRange(new CommitNumber(copy.from(index)), new CommitNumber(copy.cut()));
        SortedMap<StorageGroupName, CommitRange> covers = new TreeMap<>();
        served(manager).forEach(group -> covers.put(group, range));
        int number = elements.getOrDefault(set, List.of()).size();
        return new ElementFacts(
                new ElementId(new UUID(copy.group() * 4L + copy.type().ordinal() + 1, copy.begun())),
                copy.type(),
                copy.isFull() ? "full" : number + (copy.type() == HotCopyType.JOURNAL ? ".jnl" : ".inc"),
                Optional.empty(),
                LIFE,
                layout.managers().get(manager).archive(),
                new UUID(manager + 1, 0),
                members,
                range.from(),
                range.through(),
                covers,
                new CommitTimes(Optional.empty(), Optional.empty(), Instant.ofEpochMilli(copy.cut())),
                new TreeMap<>(),
                Instant.ofEpochMilli(copy.begun()),
                Instant.ofEpochMilli(copy.at()),
                new ByteSize(copy.bytes(index)));
    }

    private List<SetFacts> facts() {
        List<SetFacts> facts = new ArrayList<>();
        owners.forEach((set, owner) -> {
            long made = set.value().getLeastSignificantBits() / World.GROUPS;
            facts.add(new SetFacts(
                    place.resolve(set.toString()),
                    "virtual",
                    set,
                    LIFE,
                    layout.name(),
                    DATABASE,
                    layout.managers().get(owner[0]).archive(),
                    new UUID(owner[0] + 1, 0),
                    served(owner[0]),
                    new ElementId(new UUID(owner[1] * 4L + HotCopyType.FULL.ordinal() + 1, made)),
                    Instant.ofEpochMilli(made),
                    elements.get(set)));
        });
        return facts;
    }
}
