package io.hotcopy.verb;

import io.hotcopy.dsl.Compilation;
import io.hotcopy.dsl.WordRecorder;
import io.hotcopy.model.Declarations;
import io.hotcopy.problem.Problem;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** {@code load}, and what is declared by typing or in a script: adds to what is declared, all of it or nothing. */
public final class LoadVerb {
    private final Session session;

    LoadVerb(Session session) {
        this.session = session;
    }

    /** Loads files; their relative paths start at the working directory. */
    public LoadResult run(LoadRequest request) {
        return take(session.compiler().files(request.files(), session.declaredHere()));
    }

    /** Declares what a person typed. */
    public LoadResult typed(String text) {
        return take(session.compiler().typed(text, session.declaredHere()));
    }

    /** Declares what a script said. */
    public LoadResult recorded(WordRecorder words) {
        return take(session.compiler().recorded(words, session.declaredHere()));
    }

    /** Declares what was compiled elsewhere; its paths are absolute. */
    public LoadResult declared(Declarations more) {
        return take(new Compilation(session.declaredHere().with(more), List.of(), Map.of()));
    }

    private LoadResult take(Compilation compiled) {
        Map<String, Object> before = byName(session.declaredHere());
        List<Problem> problems = CheckVerb.findings(compiled);
        if (compiled.hasErrors()) {
            return new LoadResult(false, List.of(), List.of(), problems, compiled.sources());
        }
        Map<String, Object> changed = byName(compiled.declarations());
        changed.entrySet().removeIf(thing -> thing.getValue().equals(before.get(thing.getKey())));
        session.refuseToReplaceStarted(changed.keySet(), compiled.declarations());
        session.declare(compiled.declarations());
        List<String> replaced =
                changed.keySet().stream().filter(before::containsKey).toList();
        return new LoadResult(true, List.copyOf(changed.keySet()), replaced, problems, compiled.sources());
    }

    private static Map<String, Object> byName(Declarations declared) {
        Map<String, Object> all = new TreeMap<>();
        declared.domains().forEach(domain -> all.put("domain " + domain.name(), domain));
        declared.policies().forEach(policy -> all.put("policy " + policy.name(), policy));
        return all;
    }
}
