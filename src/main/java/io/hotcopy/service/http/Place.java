package io.hotcopy.service.http;

import java.util.concurrent.Semaphore;

/**
 * A mount of a running server.
 *
 * @param free requests that it may answer at once beyond those that it does
 */
record Place(Mount mount, Semaphore free) {

    Place(Mount mount, int atOnce) {
        this(mount, new Semaphore(atOnce));
    }

    /** Answers, on this thread. */
    MountedService.Reply answer(MountedService.Call call) throws RefusedRequestException {
        if (!free.tryAcquire()) {
            throw new RefusedRequestException(503, "the service answers too many requests at once");
        }
        try {
            return mount.service().answer(call);
        } finally {
            free.release();
        }
    }
}
