package io.hotcopy.verb;

import io.hotcopy.live.Serving;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What is to be served.
 *
 * @param files that declare it; none to serve what is loaded
 * @param domain its name; empty for the only one that is declared
 * @param serving where and how; its directories relative to the working directory
 */
public record ServeRequest(List<Path> files, Optional<String> domain, Serving serving) {}
