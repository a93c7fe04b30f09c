package io.hotcopy.dsl;

import io.hotcopy.dsl.words.At;
import io.hotcopy.model.BackupPolicy;
import io.hotcopy.model.Declarations;
import io.hotcopy.model.Domain;
import io.hotcopy.problem.SourceSpan;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What one compilation has understood so far, and what of it is known to be incomplete. */
final class Draft {

    private final Findings findings;
    private final List<Domain> domains = new ArrayList<>();
    private final List<BackupPolicy> policies = new ArrayList<>();
    private final Map<String, SourceSpan> spans = new LinkedHashMap<>();
    private final Set<String> doubtful = new HashSet<>();

    Draft(Findings findings) {
        this.findings = findings;
    }

    Findings findings() {
        return findings;
    }

    void add(Domain domain) {
        domains.add(domain);
    }

    void add(BackupPolicy policy) {
        policies.add(policy);
    }

    Declarations declarations() {
        return new Declarations(domains, policies, spans);
    }

    /** Keeps the place of a thing; the first one of a path counts. */
    void place(String path, SourceSpan span) {
        spans.putIfAbsent(path, span);
    }

    /**
     * Keeps the place of a thing that may be declared once.
     *
     * @param duplicate what to report if it has been declared before
     * @return whether it is the first
     */
    boolean declare(String path, SourceSpan span, String duplicate) {
        SourceSpan first = spans.putIfAbsent(path, span);
        if (first != null) {
            findings.error(span, duplicate, "first declared at " + first);
        }
        return first == null;
    }

    /**
     * Notes that the thing of this path was not understood as a whole, or, when it is the path of a kind of things such
     * as {@code domain/acme/region}, that there may be more of them: what seems to be missing may be there.
     */
    void doubt(String path) {
        doubtful.add(path);
    }

    boolean isDoubtful(String path) {
        return doubtful.contains(path);
    }

    /**
     * Whether a duration is more than zero; else that is reported.
     *
     * @param what is given it, for the message
     * @param example of how it is given
     */
    boolean isPositive(At<Duration> duration, String what, String example) {
        if (duration.value().isZero()) {
            findings.error(duration.span(), what + " is zero", "for example: " + example);
        }
        return !duration.value().isZero();
    }

    /** The path that a text means, relative to the directory; empty, and reported, when it is none. */
    Optional<Path> resolve(Path directory, At<String> text) {
        try {
            return Optional.of(directory.resolve(text.value()).normalize());
        } catch (InvalidPathException invalid) {
            findings.error(text.span(), "'" + text + "' is not a path: " + invalid.getReason());
            return Optional.empty();
        }
    }
}
