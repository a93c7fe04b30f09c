package io.hotcopy.service.outside

import java.util.concurrent.CompletableFuture

/**
 * Two equal domains, of which the vendor's client drives one and ours the other, always with the same line at the same
 * time. What they say must be the same. Used by one thread.
 */
class Twins {

    private final Side real
    private final Side ours

    Twins(Side real, Side ours) {
        this.real = real
        this.ours = ours
    }

    /** What both said, without what must differ. */
    Said say(String line) {
        same(line) { it.run(line) }
    }

    /** The same; what each has printed is asked for later as {@code <name.property>}. */
    Said remember(String name, String line) {
        same(line) { it.runAndRemember(name, line) }
    }

    /** Does the same to both. */
    void each(Closure<?> action) {
        [real, ours].each(action)
    }

    private Said same(String line, Closure<Said> action) {
        def theirs = CompletableFuture.supplyAsync { Neutral.of(action(real), real.directory) }
        def own = Neutral.of(action(ours), ours.directory)
        def wanted = theirs.get()
        assert compared(line, own) == compared(line, wanted)
        wanted
    }

    /** Of standard error only the last line: before it stands how a line is to be used, which is everybody's own. */
    private static String compared(String line, Said said) {
        "$line\nexit $said.exit\n$said.out$said.error"
    }
}
