package io.hotcopy.plan

import static io.hotcopy.term.HotCopyType.FULL
import static io.hotcopy.term.HotCopyType.INCREMENTAL

import io.hotcopy.driver.ArchiveFacts.State
import io.hotcopy.driver.RunningCopy
import io.hotcopy.model.BackupPolicy
import io.hotcopy.term.ElementId
import io.hotcopy.term.SetId
import spock.lang.Specification

/** Small random domains and policies, judged a second time by hand: a plan is runnable when nothing is wrong. */
class PlannerPropertySpec extends Specification {
    static final int WORLDS = 3000

    def 'never plans a step that breaks a rule without an error, and finds no error where there is none'() {
        given:
        Map<Boolean, Integer> seen = [(true): 0, (false): 0]

        expect:
        (0..<WORLDS).each { seed ->
            World world = random(new Random(seed))
            BackupPlan plan = world.plan()
            List<String> faults = faults(world, plan)
            assert plan.errors().empty == faults.empty: "seed $seed: by hand $faults, by rules ${plan.errors()}"
            assert plan.canRun() == (faults.empty && !plan.steps().empty): "seed $seed"
            seen[faults.empty] += 1
        }

        and: 'both kinds were seen often'
        seen.values().every { it > WORLDS / 20 }
    }

    private static World random(Random random) {
        List<String> groups = ['SG1', 'SG2', 'SG3'].take(random.nextInt(4))
        int count = 1 + random.nextInt(5)
        Map<Integer, List> managers = (0..<count).collectEntries { id ->
            [id, [['e1', 'e2', 'w1', 'w2'][random.nextInt(4)]] + groups.findAll { random.nextInt(4) > 0 }]
        }
        new World(storageGroups: groups, managers: managers, engines: [['e1', 't1'][random.nextInt(2)]],
                regions: [east: ['e1', 'e2'], west: ['w1', 'w2'], third: ['t1']],
                running: random.nextInt(6) > 0,
                states: sometimes(random, 12, [(random.nextInt(count)): State.values()[random.nextInt(5)]]),
                copies: sometimes(random, 5, [(random.nextInt(count)): [copy(random)]]),
                absent: random.nextInt(12) == 0 ? [random.nextInt(count)] : [],
                policies: (0..random.nextInt(2)).collect { policy(random, it, count) })
    }

    private static BackupPolicy policy(Random random, int index, int archives) {
        List<Integer> shuffled = (0..archives - (random.nextInt(12) == 0 ? 0 : 1)).toList()
        Collections.shuffle(shuffled, random)
        int split = 1 + random.nextInt(shuffled.size())
        Map<String, List<Integer>> groups = [a: shuffled.take(split)]
        if (split < shuffled.size() && random.nextInt(3) == 0) {
            groups.b = shuffled.drop(split)
        }
        List<String> patterns = ['{policy}/{archive}'] * 2 +
                ['{policy}/{group}-{archive}', '{archive}', '{policy}/{group}']
        World.policy(name: "p$index", groups: groups, directory: patterns[random.nextInt(patterns.size())],
                types: random.nextInt(20) == 0 ? [] : [FULL])
    }

    private static Map sometimes(Random random, int oneIn, Map entries) {
        random.nextInt(oneIn) == 0 ? entries : [:]
    }

    private static RunningCopy copy(Random random) {
        new RunningCopy(new ElementId(new UUID(1, 1)), random.nextBoolean() ? FULL : INCREMENTAL,
                Optional.of(new SetId(new UUID(2, 2))), true)
    }

    /** What is wrong, found in the declared maps and in the steps, without asking a rule. */
    private static List<String> faults(World world, BackupPlan plan) {
        List<String> faults = []
        world.policies.each { policy ->
            if (policy.runs().empty) {
                faults << "$policy.name takes nothing".toString()
            }
            policy.archives()*.value().findAll { !world.managers.containsKey(it) || it in world.absent }.each {
                faults << "archive $it is not there".toString()
            }
        }
        List<String> directories = []
        plan.steps().each { step ->
            List<Integer> ids = step.members()*.archive()*.value()
            Set<String> held = ids.collectMany { world.managers[it].tail() } as Set
            if (!held.containsAll(world.storageGroups)) {
                faults << "${step.id()} does not hold all".toString()
            }
            ids.findAll { world.running && world.states.getOrDefault(it, State.RUNNING) != State.RUNNING }.each {
                faults << "archive $it is not running".toString()
            }
            ids.findAll { id -> world.copies.getOrDefault(id, []).any { it.type() == FULL } }.each {
                faults << "archive $it is being copied".toString()
            }
            directories.addAll(step.writes()*.toString())
        }
        directories.eachWithIndex { one, index ->
            directories.drop(index + 1).findAll { within(it, one) || within(one, it) }.each {
                faults << "$one and $it collide".toString()
            }
        }
        faults
    }

    private static boolean within(String inner, String outer) {
        (inner + '/').startsWith(outer + '/')
    }
}
