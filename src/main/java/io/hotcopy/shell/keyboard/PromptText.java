package io.hotcopy.shell.keyboard;

import io.hotcopy.shell.screen.Ink;
import io.hotcopy.verb.DomainState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jline.utils.AttributedString;

/**
 * The prompt: the domain and, when not all of it serves, in words what does not. Remembers the domain, to call it
 * stopped when it runs no more.
 */
final class PromptText {
    private static final String NO_DOMAIN = "hotcopy";

    private String last = "";

    /** @param now how the domain stands; empty when none runs */
    AttributedString of(Optional<DomainState> now) {
        last = now.map(DomainState::name).orElse(last);
        String name = last.isEmpty() ? NO_DOMAIN : last;
        List<String> troubles = now.map(PromptText::troubles).orElse(List.of("stopped"));
        if (troubles.isEmpty() || last.isEmpty()) {
            return new AttributedString(name + "> ");
        }
        Ink ink = now.isEmpty() ? Ink.CAUTION : Ink.BAD;
        return AttributedString.join(
                AttributedString.EMPTY,
                new AttributedString(name + " "),
                ink.of("(" + String.join(", ", troubles) + ")"),
                new AttributedString("> "));
    }

    private static List<String> troubles(DomainState state) {
        if (state.stopped().size() == state.databases()) {
            return List.of("stopped");
        }
        List<String> troubles = new ArrayList<>();
        state.stopped().forEach(database -> troubles.add(database + " stopped"));
        state.lostRegions().forEach(region -> troubles.add(region + " lost"));
        if (state.down() > 0) {
            troubles.add(state.down() + " of " + state.archives() + " archives down");
        }
        return troubles;
    }
}
