package io.hotcopy.plan;

import io.hotcopy.driver.DatabaseFacts;
import io.hotcopy.model.Database;
import io.hotcopy.model.Domain;
import io.hotcopy.model.Region;
import io.hotcopy.problem.Problem;
import io.hotcopy.term.DatabaseName;
import java.util.ArrayList;
import java.util.List;

/**
 * When one region of several is lost, more than half of the database's processes are left: else it stops, backups and
 * all (M31). Processes are storage managers and transaction engines.
 */
final class ProcessMajority implements Rule {

    @Override
    public List<Problem> check(PlanContext context) {
        List<Problem> problems = new ArrayList<>();
        for (DatabaseFacts facts : context.databases()) {
            Domain domain = context.domainOf(facts.database());
            Database database = context.databaseOf(facts.database());
            long total = database.processesIn(domain.regions());
            for (Region region : domain.regions()) {
                long left = total - database.processesIn(List.of(region));
                if (left > 0 && 2 * left <= total) {
                    problems.add(finding(context, facts.database(), region, left, total));
                }
            }
        }
        return problems;
    }

    private static Problem finding(PlanContext context, DatabaseName database, Region region, long left, long total) {
        return context.warning(
                PlanContext.pathOf(database),
                "without region \"" + region.name() + "\" only " + left + " of " + total + " processes of database \""
                        + database + "\" are left, not more than half: it stops",
                "Put a transaction engine on a host of a third region, as tie-breaker between two equal ones.");
    }
}
