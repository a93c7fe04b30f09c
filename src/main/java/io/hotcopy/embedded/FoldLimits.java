package io.hotcopy.embedded;

import com.sun.management.OperatingSystemMXBean;
import io.hotcopy.restore.SourceStep;
import io.hotcopy.term.HotCopyType;
import java.lang.management.ManagementFactory;
import java.util.List;

/**
 * How changes are folded.
 *
 * @param memoryBytes how much of them is held in memory, about, before they go to sorted files
 * @param leftFrom values of journals that are so long, in bytes, or longer are not copied while they are folded: the
 *     last ones are read where they lie
 */
record FoldLimits(long memoryBytes, int leftFrom) {

    private static final long MEMORY_BYTES = 64L << 20;

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
        return new FoldLimits(MEMORY_BYTES, journals <= physicalMemory() / 2 ? LEFT_FROM : NEVER_LEFT);
    }

    private static long physicalMemory() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize();
    }
}
