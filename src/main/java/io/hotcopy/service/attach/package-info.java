/**
 * A running domain called from another process: methods of {@code live}'s interfaces by name, values as JSON, jobs with
 * their events, and the file by which the holder of a domain is found.
 */
package io.hotcopy.service.attach;
