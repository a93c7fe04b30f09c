package io.hotcopy.service.outside

import java.nio.file.Files
import java.nio.file.Path
import java.util.concurrent.TimeUnit

/** A {@code nuocmd} that runs. */
class StartedNuocmd {

    private static final int PATIENCE_SECONDS = 180

    private final Process process
    private final Path out
    private final Path err

    StartedNuocmd(Process process, Path out, Path err) {
        this.process = process
        this.out = out
        this.err = err
        process.outputStream.close()
    }

    Said await() {
        assert process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)
        def said = new Said(process.exitValue(), Files.readString(out), Files.readString(err))
        Files.delete(out)
        Files.delete(err)
        said
    }
}
