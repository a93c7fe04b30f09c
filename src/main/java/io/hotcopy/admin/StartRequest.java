package io.hotcopy.admin;

import java.util.Map;

/**
 * What a client says of a storage manager that is to start.
 *
 * @param archive to be served
 * @param labels for it, besides those of its place
 * @param expected the incarnation that its database must be of
 */
record StartRequest(ArchiveView archive, Map<String, String> labels, ExpectedIncarnation expected) {

    private static final int MOST_LABELS = 50;
    private static final int LONGEST_LABEL = 256;

    /** @throws UnmetRequestException of status 404 when there is no such archive, 400 for what is not understood */
    static StartRequest of(Fields body, DomainView domain) {
        requireStorageManager(body.text("engineType"));
        String database = body.text("dbName");
        domain.database(database);
        ArchiveView archive = domain.archive(database, body.archive("archiveId"))
                .orElseThrow(() -> UnmetRequestException.unknown(
                        "No archive found with id=" + body.archive("archiveId") + " for dbName=" + database));
        requireHost(body.optionalText("host").orElse(archive.host()), archive);
        body.texts("overrideOptions").forEach((name, value) -> requireOption(name, value, archive));
        Map<String, String> labels = body.texts("labels");
        requireLabels(labels, archive, domain);
        return new StartRequest(archive, labels, ExpectedIncarnation.of(body.object("expectedIncarnation")));
    }

    private static void requireStorageManager(String type) {
        if (type.equals("TE") || type.equals("SSM")) {
            throw UnmetRequestException.notSupported("start of a process of type " + type);
        }
        if (!type.equals("SM")) {
            throw Fields.wrong("engineType", "SM", type);
        }
    }

    private static void requireHost(String host, ArchiveView archive) {
        if (!host.equals(archive.host())) {
            throw UnmetRequestException.bad(
                    "Archive " + archive.id() + " is on server " + archive.host() + ", not on " + Fields.shown(host));
        }
    }

    /** An option is what the archive has, or is refused: none can be changed by a start. */
    private static void requireOption(String name, String value, ArchiveView archive) {
        if (!name.equals(ProcessJson.JOURNAL_HOT_COPY)) {
            throw UnmetRequestException.notSupported("option \"" + Fields.shown(name) + "\"");
        }
        if (!value.equals(ProcessJson.onOff(archive.journalHotCopy()))) {
            throw UnmetRequestException.bad(
                    name + " of archive " + archive.id() + " is \"" + ProcessJson.onOff(archive.journalHotCopy())
                            + "\", and a start does not change it",
                    "Declare it otherwise, and start the domain again.");
        }
    }

    private static void requireLabels(Map<String, String> labels, ArchiveView archive, DomainView domain) {
        if (labels.size() > MOST_LABELS) {
            throw UnmetRequestException.bad("there are more than " + MOST_LABELS + " labels");
        }
        labels.forEach((key, value) -> {
            if (key.isEmpty() || key.length() > LONGEST_LABEL || value.length() > LONGEST_LABEL) {
                throw UnmetRequestException.bad("label \"" + Fields.shown(key)
                        + "\" or its value is empty, or longer than " + LONGEST_LABEL + " characters");
            }
        });
        requirePlace("host", archive.host(), labels);
        requirePlace("region", domain.regionOf(archive.host()), labels);
    }

    private static void requirePlace(String label, String declared, Map<String, String> labels) {
        String given = labels.getOrDefault(label, declared);
        if (!given.equals(declared)) {
            throw UnmetRequestException.bad("label \"" + label + "\" is \"" + declared + "\", as declared, not \""
                    + Fields.shown(given) + "\"");
        }
    }
}
