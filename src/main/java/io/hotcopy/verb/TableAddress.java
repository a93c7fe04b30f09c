package io.hotcopy.verb;

import java.util.Optional;

/**
 * Which table: {@code accounts}, or {@code before.accounts} in something opened or in one of several databases.
 *
 * @param place the name before the point
 * @param table the table's own name
 */
record TableAddress(Optional<String> place, String table) {

    static TableAddress of(String text) {
        int point = text.indexOf('.');
        return point < 0
                ? new TableAddress(Optional.empty(), text)
                : new TableAddress(Optional.of(text.substring(0, point)), text.substring(point + 1));
    }
}
