package io.hotcopy.admin;

import io.hotcopy.engine.HotCopyHandle;
import io.hotcopy.engine.HotCopyStatus;
import io.hotcopy.live.LocalCopies;
import io.hotcopy.plan.BackupPlan;
import io.hotcopy.problem.HotCopyException;
import io.hotcopy.progress.ProgressListener;
import io.hotcopy.term.ElementId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Hot copies: begins them, tells how they stand, cancels them. All of the domain's, whoever has begun them. */
final class HotCopyResource {

    /** So long a beginning is waited for, which may have to wait for a journal hot copy; clients give up after 30 s. */
    private static final Duration ACCEPTANCE = Duration.ofSeconds(20);

    private final DomainView domain;
    private final LocalCopies copies;
    private final HotCopyPlan plan;
    private final Coordinators coordinators;
    private final AdminSettings settings;
    private final Waits waits = new Waits();
    private final Followers followers = new Followers();

    HotCopyResource(Surroundings surroundings) {
        this.domain = surroundings.domain();
        this.copies = surroundings.copies();
        this.plan = new HotCopyPlan(surroundings.domain(), surroundings.directories());
        this.coordinators = new Coordinators(surroundings.processes());
        this.settings = surroundings.settings();
    }

    void on(Routes routes) {
        routes.post("databases/{db}/hotCopy", this::intoSets)
                .post("databases/{db}/hotCopySimple", this::simple)
                .get("databases/hotCopyStatus", this::ofProcess)
                .get("databases/{db}/hotCopyStatus", this::ofDatabase)
                .post("databases/cancelHotCopy", this::cancel);
    }

    private AdminAnswer intoSets(Routes.Call call) {
        String database = database(call);
        return begin(database, HotCopyRequest.intoSets(call.body(), database));
    }

    private AdminAnswer simple(Routes.Call call) {
        String database = database(call);
        return begin(database, HotCopyRequest.simple(call.body(), database));
    }

    private String database(Routes.Call call) {
        domain.database(call.variable(0));
        return call.variable(0);
    }

    private AdminAnswer begin(String database, HotCopyRequest request) {
        BackupPlan planned = plan.of(database, request, clock().instant());
        HotCopyHandle handle = start(planned);
        waits.await(ACCEPTANCE, handle::awaitAccepted);
        handle.refusal().ifPresent(refusal -> {
            throw HotCopyRefusals.ofEngine(refusal);
        });
        return request.patience()
                .map(longest -> afterWaiting(handle, handle.ids().get(0), longest))
                .orElseGet(() -> AdminAnswer.ok(json(handle.status().get(0))));
    }

    private HotCopyHandle start(BackupPlan planned) {
        try {
            return copies.start(planned, ProgressListener.NONE);
        } catch (HotCopyException refusal) {
            throw HotCopyRefusals.ofEngine(refusal);
        }
    }

    /** A hot copy that has not ended in time goes on. */
    private AdminAnswer afterWaiting(HotCopyHandle handle, ElementId id, Duration longest) {
        boolean ended = waits.await(longest, handle::await);
        Map<String, Object> stands = json(status(handle, id));
        return ended ? AdminAnswer.ok(stands) : AdminAnswer.notYet(stands);
    }

    private static HotCopyStatus status(HotCopyHandle handle, ElementId id) {
        return handle.status().stream()
                .filter(hotCopy -> hotCopy.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private AdminAnswer ofProcess(Routes.Call call) {
        Fields query = call.query();
        String coordinator = query.text("coordinatorStartId");
        Optional<String> id = query.optionalText("hotCopyId");
        if (id.isEmpty()) {
            coordinators.requireKnown(coordinator);
            return AdminAnswer.ok(statuses(List.of(coordinator), hotCopy -> true));
        }
        ElementId found = find(coordinator, id.get());
        HotCopyHandle handle = copies.find(found).orElseThrow(() -> unknown(id.get()));
        return Waits.seconds(query)
                .map(longest -> afterWaiting(handle, found, longest))
                .orElseGet(() -> AdminAnswer.ok(json(status(handle, found))));
    }

    private AdminAnswer ofDatabase(Routes.Call call) {
        String database = database(call);
        OptionalLong least = call.query().optionalNumber("minSecondsRunning", 0, Integer.MAX_VALUE);
        Waits.seconds(call.query());
        return AdminAnswer.ok(statuses(
                coordinators.running(database),
                hotCopy -> hotCopy.database().database().equals(database)
                        && (least.isEmpty() || hasRunFor(hotCopy, Duration.ofSeconds(least.getAsLong())))));
    }

    private boolean hasRunFor(HotCopyStatus hotCopy, Duration least) {
        Instant now = clock().instant();
        return !hotCopy.state().isEnded()
                && hotCopy.began()
                        .filter(began -> !began.isAfter(now.minus(least)))
                        .isPresent();
    }

    /** @param asked the start ids that are told of, also when there is nothing to tell */
    private Map<String, Object> statuses(List<String> asked, Predicate<HotCopyStatus> wanted) {
        Map<String, List<Object>> told = new TreeMap<>();
        asked.forEach(startId -> told.put(startId, new ArrayList<>()));
        for (HotCopyStatus hotCopy : begun()) {
            List<Object> own = told.get(coordinators.of(hotCopy));
            if (own != null && wanted.test(hotCopy)) {
                own.add(json(hotCopy));
            }
        }
        return Map.of("hotCopyStatuses", told, "errors", Map.of());
    }

    /** Steps of a plan that wait are none of the vendor's hot copies. */
    private List<HotCopyStatus> begun() {
        return copies.all().stream()
                .filter(hotCopy -> hotCopy.began().isPresent())
                .toList();
    }

    /** One that is already being published completes. */
    private AdminAnswer cancel(Routes.Call call) {
        Fields query = call.query();
        String named = query.text("hotCopyId");
        ElementId id = find(query.text("coordinatorStartId"), named);
        Duration longest = Waits.seconds(query).orElse(ACCEPTANCE);
        HotCopyHandle handle = copies.find(id).orElseThrow(() -> unknown(named));
        handle.cancel();
        return afterWaiting(handle, id, longest);
    }

    private ElementId find(String coordinator, String named) {
        coordinators.requireKnown(coordinator);
        return begun().stream()
                .filter(hotCopy -> hotCopy.id().toString().equals(named))
                .filter(hotCopy -> coordinators.of(hotCopy).equals(coordinator))
                .map(HotCopyStatus::id)
                .findFirst()
                .orElseThrow(() -> unknown(named));
    }

    private static UnmetRequestException unknown(String id) {
        return UnmetRequestException.unknown("No hot copy found with hotCopyId=" + Fields.shown(id));
    }

    /** Returns when no client waits to hear the end of one of these any more, or after this time. */
    void awaitTold(Set<ElementId> ended, Duration patience) {
        followers.awaitNone(ended, patience);
    }

    private Map<String, Object> json(HotCopyStatus hotCopy) {
        followers.told(hotCopy);
        return HotCopyJson.of(
                hotCopy, coordinators.of(hotCopy), settings.address().get());
    }

    private Clock clock() {
        return settings.clock();
    }
}
