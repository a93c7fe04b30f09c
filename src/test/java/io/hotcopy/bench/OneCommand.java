package io.hotcopy.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A process that runs to its end by itself. */
final class OneCommand {

    private OneCommand() {}

    /** @throws IllegalStateException with all that it said, when it fails */
    static double millis(List<String> command, Map<String, String> environment, Path directory) throws IOException {
        Path said = directory.resolve("said.txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        builder.environment().putAll(environment);
        long began = System.nanoTime();
        Process process = builder.start();
        process.getOutputStream().close();
        int code = await(process);
        double took = (System.nanoTime() - began) / 1e6;
        if (code != 0) {
            throw new IllegalStateException(command + " ended with " + code + ": " + Files.readString(said));
        }
        return took;
    }

    static int await(Process process) {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
