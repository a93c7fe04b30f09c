package io.hotcopy.verb;

import io.hotcopy.model.Declarations;
import java.util.List;
import java.util.Map;

/**
 * Policies that a request means.
 *
 * @param declared everything declared with them
 * @param policies their names, at least one
 * @param texts what was read to find them, by the names of the files
 */
record Chosen(Declarations declared, List<String> policies, Map<String, String> texts) {}
