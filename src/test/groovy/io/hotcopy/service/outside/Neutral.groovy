package io.hotcopy.service.outside

import java.nio.file.Path

/**
 * Output in which only what must differ between two equal domains is made equal: identities of hot copies, moments,
 * addresses, directories, process ids, and how long ago a process was heard of.
 */
class Neutral {

    private static final Map<String, String> RULES = [
        /127\.0\.0\.1:\d+/                                                    : '<address>',
        /\d{4}-\d\d-\d\d \d\d:\d\d:\d\d/                                      : '<time>',
        /<time>\.\.\d\d:\d\d:\d\d/                                            : '<time>..<time>',
        /(server time: )\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}[^,\s]*/             : '$1<time>',
        /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/        : '<id>',
        /(\bpid ?= ?|"pid": )\d+/                                             : '$1<pid>',
        /(last_ack = ) *\d+\.\d\d/                                            : '$1<ack>',
        /(last_heard_from=|"lastHeardFrom": |last_ack=|"lastAckDeltaMillis": )[\d.]+/ : '$1<ack>',
    ]

    /** @param directory where the domain and its copies lie; written as nothing, so that paths are the vendor's */
    static String text(String said, Path directory) {
        RULES.inject(said.replace(directory.toString(), '')) { text, rule -> text.replaceAll(rule.key, rule.value) }
    }

    static Said of(Said said, Path directory) {
        new Said(said.exit, text(said.out, directory), text(said.err, directory))
    }
}
