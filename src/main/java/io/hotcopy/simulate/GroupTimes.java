package io.hotcopy.simulate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** When each line of each backup group comes, and which copies of it were published without any failure. */
final class GroupTimes {
    private static final int LINES = 4;

    /** For each group and line the instants, rising; the same array for groups that come together. */
    private final long[][][] comes;
    /** For each group its copies in the baseline, in order. */
    private final List<List<Published>> copies;

    private GroupTimes(long[][][] comes, List<List<Published>> copies) {
        this.comes = comes;
        this.copies = copies;
    }

    static GroupTimes of(Stage stage, Log log) {
        int groups = stage.layout().groups().size();
        long[][][] comes = new long[groups][LINES][];
        for (int group = 0; group < groups; group++) {
            for (int line = 0; line < LINES; line++) {
                comes[group][line] = instants(stage.agenda(), group, line);
            }
        }
        List<List<Published>> copies = new ArrayList<>();
        for (int group = 0; group < groups; group++) {
            copies.add(new ArrayList<>());
        }
        for (int index = 0; index < log.size(); index++) {
            copies.get(log.get(index).group()).add(log.get(index));
        }
        return new GroupTimes(comes, copies);
    }

    private static long[] instants(Agenda agenda, int group, int line) {
        long[] found = new long[agenda.size()];
        int count = 0;
        for (int entry = 0; entry < agenda.size(); entry++) {
            if ((agenda.lines(entry, group) & (1 << line)) != 0) {
                found[count++] = agenda.at(entry);
            }
        }
        return Arrays.copyOf(found, count);
    }

    List<Published> copies(int group) {
        return copies.get(group);
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

    /**
     * The longest time between two of the instants of the line that comes the most often; zero when none comes twice.
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
}
