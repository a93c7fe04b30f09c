package io.hotcopy.admin;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How often a database was begun and changed.
 *
 * @param major its starts
 * @param minor how many storage managers have joined or left since
 */
record Incarnation(int major, int minor) {

    Incarnation nextStart() {
        return new Incarnation(major + 1, 0);
    }

    Incarnation nextChange() {
        return new Incarnation(major, minor + 1);
    }

    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("major", major);
        json.put("minor", minor);
        return json;
    }
}
