package io.hotcopy.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A domain that a process of its own serves. */
final class SmallService implements AutoCloseable {
    static final String DECLARATION = """
            domain('bank') {
                embedded home: 'data'
                region 'east', hosts: ['e1', 'e2']
                database('ledger') {
                    storageGroups 'SG1', 'SG2'
                    transactionEngines hosts: ['e1']
                    storageManager archive: 0, host: 'e1', serves: ['SG1']
                    storageManager archive: 1, host: 'e2', serves: ['SG2']
                }
            }
            policy('nightly') {
                protects 'bank/ledger'
                backupGroup 'east', archives: [0, 1]
                full at: '01:00'
                directory 'backups/{date}T{time}-archive-{archive}'
            }
            """;

    private static final Pattern ADDRESS = Pattern.compile("http://(\\S+:\\d+)");

    private final Process process;
    private final String address;

    private SmallService(Process process, String address) {
        this.process = process;
        this.address = address;
    }

    /** Returns when it is served. {@code bank.groovy} in the directory declares it. */
    static SmallService start(Path launcher, Map<String, String> environment, Path directory) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(List.of(launcher.toString(), "serve", "bank.groovy", "--port", "0"))
                .directory(directory.toFile())
                .redirectError(directory.resolve("service-errors.txt").toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        BufferedReader said = process.inputReader();
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            Matcher matcher = ADDRESS.matcher(line);
            if (matcher.find()) {
                return new SmallService(process, matcher.group(1));
            }
        }
        throw new IllegalStateException(
                "the service ended with " + OneCommand.await(process) + ", see service-errors.txt in " + directory);
    }

    /** {@code host:port} */
    String address() {
        return address;
    }

    @Override
    public void close() {
        process.destroy();
        OneCommand.await(process);
    }
}
