package io.hotcopy.plan;

import io.hotcopy.term.ByteSize;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** One thing that a plan does, decided completely. Steps are carried out one after another. */
public sealed interface PlanStep permits HotCopyStep {

    /** Its name within the plan, equal for an equal request: {@code nightly/east/full}. */
    String id();

    /** What it does, in a few words. */
    String title();

    /** Why it is done, in words for people; drives nothing. */
    String because();

    /** What must be so for it to succeed, in words for people; drives nothing. */
    List<String> needs();

    /** The directories that it makes, or into whose sets it writes. */
    List<Path> writes();

    /** How many bytes it is expected to copy; zero when unknown. */
    ByteSize estimatedBytes();

    /** How long that is expected to take; empty when unknown. */
    Optional<Duration> estimatedTime();
}
