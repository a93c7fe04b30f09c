package io.hotcopy.plan;

import io.hotcopy.problem.HotCopyException;
import io.hotcopy.term.ByteSize;
import java.util.Optional;

/**
 * How fast hot copies go. Between the two rates they give way to the database: the longer commits take than before, the
 * slower they copy.
 *
 * @param maxRate bytes a second that each storage manager may be read with; empty for as fast as it goes
 * @param minRate bytes a second below which no commit makes them go
 */
public record Pace(Optional<ByteSize> maxRate, ByteSize minRate) {

    /** The least rate unless another is asked for. */
    public static final ByteSize LEAST = ByteSize.ofMegabytes(10);

    /** As fast as it goes, giving way down to {@link #LEAST}. */
    public static final Pace DEFAULT = new Pace(Optional.empty(), LEAST);

    public Pace {
        if (minRate.bytes() == 0 || maxRate.filter(max -> max.bytes() == 0).isPresent()) {
            throw new IllegalArgumentException("a rate of zero bytes a second never ends");
        }
        if (maxRate.filter(max -> max.compareTo(minRate) < 0).isPresent()) {
            throw new HotCopyException(
                    "the least rate of " + minRate + "/s is above the greatest of " + maxRate.get() + "/s",
                    "Let the least rate be at most the greatest.");
        }
    }

    /**
     * What was asked for, the rest by default.
     *
     * @param maxRate the greatest rate; empty for none
     * @param minRate the least rate; empty for {@link #LEAST}, or the greatest if that is less
     */
    public static Pace of(Optional<ByteSize> maxRate, Optional<ByteSize> minRate) {
        ByteSize least = maxRate.filter(max -> max.compareTo(LEAST) < 0).orElse(LEAST);
        return new Pace(maxRate, minRate.orElse(least));
    }
}
