package io.hotcopy.shell.help;

import java.util.List;

/**
 * An option, or something that is given by its place.
 *
 * @param names with dashes, the short ones first; none when it is given by its place
 * @param label what stands for a value; empty for an option that takes none
 * @param text what it says
 * @param values the words that it may be; none when it is something else
 * @param taken where other values come from
 * @param isRequired whether it must be given
 * @param isRepeatable whether it may be given several times
 */
record ArgumentDoc(
        List<String> names,
        String label,
        String text,
        List<String> values,
        Taken taken,
        boolean isRequired,
        boolean isRepeatable) {

    /** Where a shell that knows nothing of hotcopy finds values. */
    enum Taken {
        FILES,
        DIRECTORIES,
        /** Another command, and all that it takes. */
        LINE,
        /** Nowhere, or only where {@code values} says. */
        NOWHERE
    }

    boolean isOption() {
        return !names.isEmpty();
    }

    boolean takesValue() {
        return !label.isEmpty();
    }

    boolean isHelp() {
        return names.contains("--help");
    }

    /** The one that people read and remember. */
    String longName() {
        return names.get(names.size() - 1);
    }

    /** As it is typed: {@code -o, --output FILE}, {@code [SET...]}. */
    String typed() {
        if (isOption()) {
            return String.join(", ", names) + (takesValue() ? " " + label : "");
        }
        String shown = isRepeatable ? label + "..." : label;
        return isRequired ? shown : "[" + shown + "]";
    }
}
