package io.hotcopy.embedded;

import java.time.Clock;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/**
 * What an embedded domain needs around it.
 *
 * @param clock the wall clock
 * @param random makes the ids of databases, archives, lineages and views; need not be safe for several threads
 * @param settings memory and disk
 * @param events hears what happens by itself; called on the domain's threads, must return quickly and never throw
 */
public record EmbeddedEnvironment(
        Clock clock, RandomGenerator random, EmbeddedSettings settings, Consumer<DomainEvent> events) {}
