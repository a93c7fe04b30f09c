package io.hotcopy.embedded;

import com.sun.management.OperatingSystemMXBean;
import io.hotcopy.restore.SourceStep;
import io.hotcopy.term.HotCopyType;
import java.lang.management.ManagementFactory;
import java.util.List;

/**
 * How changes of one archive are folded.
 *
 * @param memoryBytes how much of them is held in memory, about, before they go to sorted files
 * @param leftFrom values of journals that are so long, in bytes, or longer are not copied while they are folded: the
 *     last ones are read where they lie
 */
record FoldLimits(long memoryBytes, int leftFrom) {

    /** Of all archives that are restored at the same time: a quarter of the heap that the program is started with. */
    private static final long MEMORY_BYTES = 128L << 20;

    /** So many are restored at the same time at most. */
    private static final int ARCHIVES_AT_ONCE = 4;

    /** Shorter ones are not worth a place to be noted and a read of their own. */
    private static final int LEFT_FROM = 128;

    private static final int NEVER_LEFT = Integer.MAX_VALUE;

    /**
     * Leaves values in journals that the system can hold in its cache: they are read a second time in the order of
     * keys, which is fast in memory and very slow on a disk.
     */
    static FoldLimits fitting(List<SourceStep> steps) {
        long journals = steps.stream()
                .map(SourceStep::element)
                .filter(element -> element.type() != HotCopyType.INCREMENTAL)
                .distinct()
                .mapToLong(element -> element.size().bytes())
                .sum();
        return new FoldLimits(
                MEMORY_BYTES / ARCHIVES_AT_ONCE, journals <= physicalMemory() / 2 ? LEFT_FROM : NEVER_LEFT);
    }

    private static long physicalMemory() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize();
    }
}
