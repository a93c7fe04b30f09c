package io.hotcopy.shell.page;

import io.hotcopy.shell.screen.Lines;
import io.hotcopy.verb.CheckResult;
import io.hotcopy.verb.LoadResult;
import io.hotcopy.verb.PlanResult;
import io.hotcopy.verb.ShowResult;
import io.hotcopy.verb.VerbResult;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** The page of each kind of result. */
public final class Pages {
    private static final Map<Class<? extends VerbResult>, Function<VerbResult, Lines>> PAGES = pages();

    private Pages() {}

    /** What a person is shown of a result; one that is only planned says so in its first line. */
    public static Lines of(VerbResult result) {
        Function<VerbResult, Lines> page = PAGES.get(result.getClass());
        if (page == null) {
            throw new IllegalStateException("no page for " + result.getClass());
        }
        return page.apply(result);
    }

    static Set<Class<? extends VerbResult>> known() {
        return PAGES.keySet();
    }

    private static Map<Class<? extends VerbResult>, Function<VerbResult, Lines>> pages() {
        Map<Class<? extends VerbResult>, Function<VerbResult, Lines>> pages = new LinkedHashMap<>();
        add(pages, CheckResult.class, DeclarationPage::checked);
        add(pages, LoadResult.class, DeclarationPage::loaded);
        add(pages, ShowResult.Domains.class, ShowPage::domains);
        add(pages, ShowResult.Archives.class, ShowPage::archives);
        add(pages, ShowResult.StorageGroups.class, ShowPage::storageGroups);
        add(pages, ShowResult.Policies.class, ShowPage::policies);
        add(pages, PlanResult.class, PlanPage::of);
        return pages;
    }

    private static <R extends VerbResult> void add(
            Map<Class<? extends VerbResult>, Function<VerbResult, Lines>> pages,
            Class<R> kind,
            Function<R, Lines> page) {
        pages.put(kind, result -> page.apply(kind.cast(result)));
    }
}
