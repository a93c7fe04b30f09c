package io.hotcopy.simulate.reality;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Writes a domain of a few storage managers at random, with a policy for it. */
final class RandomDomainText {

    private static final String THIRD = "third";

    private final SplittableRandom random;
    private final List<String> regions = new ArrayList<>();
    private final List<String> engines = new ArrayList<>();
    /** The region of each storage manager. */
    private final List<String> placed = new ArrayList<>();
    /** Archives that are copied together; some may be in none. */
    private final List<List<Integer>> together = new ArrayList<>();

    private final SortedMap<Integer, TreeSet<String>> serves = new TreeMap<>();
    private int storageGroups;

    RandomDomainText(SplittableRandom random) {
        this.random = random;
    }

    String text() {
        place();
        divide();
        deal();
        String policy = new RandomPolicyText(random, together).text();
        return domain() + policy;
    }

    private void place() {
        int managers = 1 + random.nextInt(4);
        int count = 1 + random.nextInt(Math.min(managers, 3));
        IntStream.range(0, count).mapToObj(index -> "r" + index).forEach(regions::add);
        int first = random.nextInt(count);
        IntStream.range(0, count)
                .filter(index -> index == first || random.nextInt(4) > 0)
                .forEach(index -> engines.add("er" + index));
        IntStream.range(0, managers).forEach(archive -> placed.add(regions.get(archive % count)));
        if (count == 2 && random.nextInt(3) > 0) {
            regions.add(THIRD);
            engines.add("e" + THIRD);
        }
    }

    /** By regions, or at random; now and then an archive belongs to none. */
    private void divide() {
        boolean byRegion = random.nextBoolean();
        int groups = 1 + random.nextInt(Math.min(3, placed.size()));
        SortedMap<String, List<Integer>> members = new TreeMap<>();
        for (int archive = 0; archive < placed.size(); archive++) {
            String key = byRegion ? placed.get(archive) : "g" + random.nextInt(groups);
            if (archive == 0 || random.nextInt(8) > 0) {
                members.computeIfAbsent(key, none -> new ArrayList<>()).add(archive);
            }
        }
        together.addAll(members.values());
    }

    /** Every backup group holds every storage group. */
    private void deal() {
        storageGroups = random.nextInt(4);
        for (int group = 0; group < storageGroups; group++) {
            String name = "SG" + group;
            for (List<Integer> archives : together) {
                serve(archives.get(random.nextInt(archives.size())), name);
                archives.stream().filter(archive -> random.nextInt(3) == 0).forEach(archive -> serve(archive, name));
            }
        }
        if (storageGroups > 0) {
            IntStream.range(0, placed.size())
                    .filter(archive -> !serves.containsKey(archive))
                    .forEach(archive -> serve(archive, "SG" + random.nextInt(storageGroups)));
        }
    }

    private void serve(int archive, String group) {
        serves.computeIfAbsent(archive, none -> new TreeSet<>()).add(group);
    }

    private String domain() {
        StringBuilder text = new StringBuilder("domain('d') {\n    embedded home: 'data'\n");
        regions.forEach(region -> text.append("    region '%s', hosts: [%s]\n".formatted(region, hosts(region))));
        text.append("    database('b') {\n");
        if (storageGroups > 0) {
            text.append("        storageGroups %s\n"
                    .formatted(IntStream.range(0, storageGroups)
                            .mapToObj(group -> "'SG" + group + "'")
                            .collect(Collectors.joining(", "))));
        }
        text.append("        transactionEngines hosts: [%s]\n".formatted(quoted(engines)));
        IntStream.range(0, placed.size()).forEach(archive -> text.append(manager(archive)));
        text.append("        expect size: 1.MB, changesPerDay: 1.MB, journalPerDay: 1.MB\n");
        return text.append("        copyRate 1.GB\n    }\n}\n").toString();
    }

    private String hosts(String region) {
        List<String> hosts = new ArrayList<>(List.of("e" + region));
        IntStream.range(0, placed.size())
                .filter(archive -> placed.get(archive).equals(region))
                .forEach(archive -> hosts.add("h" + archive));
        return quoted(hosts);
    }

    private String manager(int archive) {
        String groups = storageGroups == 0 ? "" : ", serves: [" + quoted(List.copyOf(serves.get(archive))) + "]";
        return "        storageManager archive: %d, host: 'h%d'%s, journalHotCopy: true\n"
                .formatted(archive, archive, groups);
    }

    static String quoted(List<String> names) {
        return names.stream().map(name -> "'" + name + "'").collect(Collectors.joining(", "));
    }
}
