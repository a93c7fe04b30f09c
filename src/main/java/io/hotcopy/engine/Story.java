package io.hotcopy.engine;

import java.util.List;

/** What a hot copy of one type does, told in order. Used once, by one thread. */
sealed interface Story permits FullRun, SimpleRun, IncrementalRun, JournalRun {

    /** The story of a step's type. */
    static Story of(Job job) {
        return switch (job.step().type()) {
            case FULL -> new FullRun(job);
            case SIMPLE -> new SimpleRun(job);
            case INCREMENTAL -> new IncrementalRun(job);
            case JOURNAL -> new JournalRun(job);
        };
    }

    /** Its phases, in the order in which they are carried out. */
    List<Phase> phases();

    /** Those who carry them out. */
    Crew<?> crew();
}
