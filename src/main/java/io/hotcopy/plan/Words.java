package io.hotcopy.plan;

import io.hotcopy.term.ArchiveId;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Lists in sentences. */
final class Words {

    private Words() {}

    /** {@code archive 0}, {@code archives 0 and 1}, {@code archives 0, 1 and 2}. */
    static String archives(Collection<ArchiveId> archives) {
        return (archives.size() == 1 ? "archive " : "archives ") + list(archives);
    }

    /** {@code a}, {@code a and b}, {@code a, b and c}. */
    static String list(Collection<?> things) {
        List<String> texts = things.stream().map(Object::toString).toList();
        int last = texts.size() - 1;
        return last < 1
                ? String.join("", texts)
                : texts.subList(0, last).stream().collect(Collectors.joining(", ", "", " and ")) + texts.get(last);
    }

    /** An id as it is shown in a sentence: its first eight digits. */
    static String id(Object id) {
        return id.toString().substring(0, 8);
    }

    /** The names in quotes, as a list. */
    static String quoted(Collection<String> names) {
        return list(names.stream().map(name -> "\"" + name + "\"").toList());
    }
}
