package io.hotcopy.simulate;

import io.hotcopy.model.BackupGroup;
import io.hotcopy.model.BackupPolicy;
import io.hotcopy.model.RunLine;
import io.hotcopy.model.Schedule;
import io.hotcopy.term.HotCopyType;
import io.hotcopy.timetable.Occurrence;
import io.hotcopy.timetable.Timetable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Every instant at which a policy is run, and which lines of which backup groups come then: the timetable, worked out
 * once for a simulation. Instants of several policies stand in order of time.
 */
final class Agenda {
    /** How many lines a policy may have: one for each type. */
    static final int LINES = HotCopyType.values().length;

    private final long[] at;
    private final int[] policy;
    /** For each entry the lines that come, a bit each, for each backup group of the layout. */
    private final byte[][] lines;

    private Agenda(long[] at, int[] policy, byte[][] lines) {
        this.at = at;
        this.policy = policy;
        this.lines = lines;
    }

    /** One run of a policy. */
    private record Entry(long at, int policy, byte[] lines) {}

    /** All instants later than {@code after} and not later than {@code through}. */
    static Agenda of(Layout layout, Instant after, Instant through) {
        List<Entry> entries = new ArrayList<>();
        for (int policy = 0; policy < layout.policies().size(); policy++) {
            Map<Long, byte[]> found = new TreeMap<>();
            addAll(layout, policy, after, through, found);
            int index = policy;
            found.forEach((at, lines) -> entries.add(new Entry(at, index, lines)));
        }
        entries.sort((one, other) -> Long.compare(one.at, other.at));
        return new Agenda(
                entries.stream().mapToLong(Entry::at).toArray(),
                entries.stream().mapToInt(Entry::policy).toArray(),
                entries.stream().map(Entry::lines).toArray(byte[][]::new));
    }

    private static void addAll(Layout layout, int policy, Instant after, Instant through, Map<Long, byte[]> found) {
        BackupPolicy declared = layout.policies().get(policy);
        Timetable times = Timetable.of(declared);
        for (RunLine line : declared.runs()) {
            boolean inTurn = line.schedule()
                    .filter(when -> when instanceof Schedule.Every every && every.interleaved())
                    .isPresent();
            for (int group = 0; group < declared.backupGroups().size(); group++) {
                BackupGroup asked = declared.backupGroups().get(group);
                if (inTurn || group == 0) {
                    add(times, line, asked, after, through, bits(layout, policy, inTurn ? group : -1), found);
                }
            }
        }
    }

    /** Which backup groups of the layout are meant: one of the policy's, or with -1 all of them. */
    private static boolean[] bits(Layout layout, int policy, int only) {
        boolean[] meant = new boolean[layout.groups().size()];
        int own = 0;
        for (int group = 0; group < meant.length; group++) {
            if (layout.groups().get(group).policy() == policy) {
                meant[group] = only < 0 || only == own;
                own++;
            }
        }
        return meant;
    }

    private static void add(
            Timetable times,
            RunLine line,
            BackupGroup group,
            Instant after,
            Instant through,
            boolean[] meant,
            Map<Long, byte[]> found) {
        Optional<Instant> next = times.next(line, group, after).map(Occurrence::at);
        while (next.filter(at -> !at.isAfter(through)).isPresent()) {
            byte[] lines = found.computeIfAbsent(next.get().toEpochMilli(), absent -> new byte[meant.length]);
            for (int index = 0; index < meant.length; index++) {
                if (meant[index]) {
                    lines[index] |= (byte) bit(line.type());
                }
            }
            next = times.next(line, group, next.get()).map(Occurrence::at);
        }
    }

    static int bit(HotCopyType line) {
        return 1 << line.ordinal();
    }

    int size() {
        return at.length;
    }

    long at(int entry) {
        return at[entry];
    }

    int policy(int entry) {
        return policy[entry];
    }

    int lines(int entry, int group) {
        return lines[entry][group];
    }

    /** The first entry later than an instant; {@link #size()} when there is none. */
    int firstAfter(long instant) {
        int low = 0;
        int high = at.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (at[middle] <= instant) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
