package io.hotcopy.simulate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** When each line of each backup group comes, and which copies of it were published without any failure. */
final class GroupTimes {
    /** For each group and line the instants, rising. */
    private final long[][][] comes;
    /** For each group its copies, in the order in which they were published. */
    private final List<List<Published>> copies = new ArrayList<>();

    private final long[] farAway;
    private final Log log;

    GroupTimes(Stage stage, Log log) {
        int groups = stage.layout().groups().size();
        this.log = log;
        comes = new long[groups][Agenda.LINES][];
        farAway = new long[groups];
        for (int group = 0; group < groups; group++) {
            for (int line = 0; line < Agenda.LINES; line++) {
                comes[group][line] = instants(stage.agenda(), group, 1 << line);
            }
            farAway[group] = 2 * finestGap(group) + 1;
            copies.add(new ArrayList<>());
        }
        for (int index = 0; index < log.size(); index++) {
            copies.get(log.get(index).group()).add(log.get(index));
        }
    }

    private static long[] instants(Agenda agenda, int group, int line) {
        long[] found = new long[agenda.size()];
        int count = 0;
        for (int entry = 0; entry < agenda.size(); entry++) {
            if ((agenda.lines(entry, group) & line) != 0) {
                found[count++] = agenda.at(entry);
            }
        }
        return Arrays.copyOf(found, count);
    }

    /** What was published, of all groups. */
    Log log() {
        return log;
    }

    List<Published> copies(int group) {
        return copies.get(group);
    }

    /** When any line of a group comes, in order. */
    long[] comes(int group) {
        return Arrays.stream(comes[group])
                .flatMapToLong(Arrays::stream)
                .sorted()
                .distinct()
                .toArray();
    }

    /** How long until a line comes next; at most that long. */
    long until(int group, int line, long instant, long most) {
        long[] times = comes[group][line];
        int next = firstAfter(times, instant);
        return next == times.length ? most : Math.min(most, times[next] - instant);
    }

    /** Whether a line comes in {@code (after, through]}. */
    boolean comesIn(int group, int line, long after, long through) {
        long[] times = comes[group][line];
        int next = firstAfter(times, after);
        return next < times.length && times[next] <= through;
    }

    private static int firstAfter(long[] times, long instant) {
        int found = Arrays.binarySearch(times, instant);
        return found >= 0 ? found + 1 : -found - 1;
    }

    /** What comes later than that does not tell moments apart: two runs of the line that comes the most often. */
    long farAway(int group) {
        return farAway[group];
    }

    /**
     * The longest time between two of the instants of the line that comes the most often; zero when none does twice.
     */
    long finestGap(int group) {
        long finest = 0;
        for (long[] times : comes[group]) {
            long longest = 0;
            for (int index = 1; index < times.length; index++) {
                longest = Math.max(longest, times[index] - times[index - 1]);
            }
            finest = finest == 0 || longest > 0 && longest < finest ? longest : finest;
        }
        return finest;
    }

    Ages ages(int group) {
        return new Ages(copies.get(group));
    }

    /** How old the newest copy of a group is, at instants that rise. */
    static final class Ages {
        private final List<Published> copies;
        private int next;
        private long cut = World.NONE;

        private Ages(List<Published> copies) {
            this.copies = copies;
        }

        long at(long instant) {
            while (next < copies.size() && copies.get(next).at() <= instant) {
                cut = Math.max(cut, copies.get(next++).cut());
            }
            return instant - cut;
        }
    }
}
