package io.hotcopy.shell.command;

import io.hotcopy.engine.HotCopyStatus;
import io.hotcopy.shell.screen.Ink;
import io.hotcopy.shell.screen.Lines;
import io.hotcopy.shell.screen.Screen;
import io.hotcopy.term.ByteSize;
import io.hotcopy.verb.Verbs;
import java.util.List;
import java.util.Locale;

/**
 * The hot copies that end with the domain of this process: those of other processes, and those that were left running.
 */
public final class EndingCopies {
    private EndingCopies() {}

    /**
     * Whether the domain may be ended: yes when none runs or nobody is here to be asked; else a person says.
     *
     * @param doing what would end it, as a question without its mark: {@code leave}
     */
    public static boolean mayEnd(Verbs verbs, Screen screen, String doing) {
        List<HotCopyStatus> running = screen.asks() ? verbs.endingWithDomain() : List.of();
        if (running.isEmpty()) {
            return true;
        }
        Lines lines = new Lines();
        for (HotCopyStatus hotCopy : running) {
            lines.add(
                    Ink.CAUTION.of("NOTE: "),
                    Ink.PLAIN.of("a hot copy is running here: "
                            + hotCopy.type().name().toLowerCase(Locale.ROOT) + " of " + hotCopy.database() + ", id "
                            + hotCopy.id() + ", " + copied(hotCopy) + " copied"));
        }
        screen.complain(lines);
        return screen.agrees(doing + " and cancel " + (running.size() == 1 ? "it?" : "them?"));
    }

    private static ByteSize copied(HotCopyStatus hotCopy) {
        return new ByteSize(hotCopy.archives().stream()
                .mapToLong(archive -> archive.copied().bytes())
                .sum());
    }
}
