package io.hotcopy.catalog;

import io.hotcopy.backupset.SetFacts;
import io.hotcopy.term.ElementId;
import io.hotcopy.term.SetId;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A set as the index knows it: where it was last seen, and which elements it has had.
 *
 * @param identity what it is and where it lay; without elements
 * @param elements every element that was ever seen in it, the full first, then in order of their cuts
 */
public record KnownSet(SetFacts identity, List<KnownElement> elements) {

    public KnownSet {
        identity = identity.withElements(List.of());
        elements = elements.stream().sorted(KnownElement.ORDER).toList();
    }

    static KnownSet of(SetFacts facts) {
        return new KnownSet(
                facts, facts.elements().stream().map(KnownElement::of).toList());
    }

    public SetId id() {
        return identity.id();
    }

    /** The same set lying there. */
    KnownSet at(Path location) {
        return new KnownSet(identity.at(location), elements);
    }

    /** The same set as it is seen now, with all elements that either knows. */
    KnownSet seenAs(KnownSet now) {
        Map<ElementId, KnownElement> all = new LinkedHashMap<>();
        elements.forEach(element -> all.put(element.id(), element));
        now.elements.forEach(element -> all.put(element.id(), element));
        return new KnownSet(now.identity, List.copyOf(all.values()));
    }
}
