package io.hotcopy.live;

import io.hotcopy.progress.ProgressEvent;
import io.hotcopy.progress.ProgressListener;

/** Passes on what a job tells until nobody waits for the job any more. Hears several threads. */
final class Leaving implements ProgressListener {
    private ProgressListener heard;

    Leaving(ProgressListener heard) {
        this.heard = heard;
    }

    /** When this returns, the listener hears nothing more. */
    synchronized void leave() {
        heard = NONE;
    }

    @Override
    public synchronized void on(ProgressEvent event) {
        heard.on(event);
    }
}
