package io.hotcopy.model;

import io.hotcopy.problem.SourceSpan;
import io.hotcopy.term.DatabaseName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Everything that has been declared, and where. Two are equal when they declare the same, wherever it stands.
 *
 * @param domains in the order of their declaration, names unique
 * @param policies in the order of their declaration, names unique
 * @param spans place of each declared thing by its path, such as {@code domain/acme/database/test/storageManager/0} or
 *     {@code policy/nightly/backupGroup/east}
 */
public record Declarations(List<Domain> domains, List<BackupPolicy> policies, Map<String, SourceSpan> spans) {

    /** Nothing declared. */
    public static final Declarations NONE = new Declarations(List.of(), List.of(), Map.of());

    public Declarations {
        domains = List.copyOf(domains);
        policies = List.copyOf(policies);
        spans = Map.copyOf(spans);
    }

    public Optional<Domain> domain(String name) {
        return domains.stream().filter(domain -> domain.name().equals(name)).findFirst();
    }

    public Optional<Database> database(DatabaseName name) {
        return domain(name.domain()).flatMap(domain -> domain.database(name.database()));
    }

    public Optional<BackupPolicy> policy(String name) {
        return policies.stream().filter(policy -> policy.name().equals(name)).findFirst();
    }

    /** The policies that protect one of the domain's databases, in the order of their declaration. */
    public List<BackupPolicy> policiesOf(Domain domain) {
        return policies.stream()
                .filter(policy -> policy.protects().domain().equals(domain.name()))
                .toList();
    }

    /** Where the thing of this path stands, else the nearest thing around it that has a place. */
    public Optional<SourceSpan> spanOf(String path) {
        String nearest = path;
        while (!spans.containsKey(nearest) && nearest.indexOf('/') >= 0) {
            nearest = nearest.substring(0, nearest.lastIndexOf('/'));
        }
        return Optional.ofNullable(spans.get(nearest));
    }

    /** These and the later ones; a domain or policy that is declared again replaces the earlier one in its place. */
    public Declarations with(Declarations later) {
        Map<String, SourceSpan> merged = spans.entrySet().stream()
                .filter(entry -> !later.spans.containsKey(topOf(entry.getKey())))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        merged.putAll(later.spans);
        return new Declarations(
                replaced(domains, later.domains, Domain::name),
                replaced(policies, later.policies, BackupPolicy::name),
                merged);
    }

    /** The path of the domain or policy that the thing of this path belongs to. */
    private static String topOf(String path) {
        int second = path.indexOf('/', path.indexOf('/') + 1);
        return second < 0 ? path : path.substring(0, second);
    }

    private static <T> List<T> replaced(List<T> earlier, List<T> later, Function<T, String> name) {
        Map<String, T> byName = new LinkedHashMap<>();
        Stream.concat(earlier.stream(), later.stream()).forEach(thing -> byName.put(name.apply(thing), thing));
        return List.copyOf(byName.values());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Declarations that && domains.equals(that.domains) && policies.equals(that.policies);
    }

    @Override
    public int hashCode() {
        return 31 * domains.hashCode() + policies.hashCode();
    }
}
