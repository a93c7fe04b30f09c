package io.hotcopy.service.http;

import io.hotcopy.problem.HotCopyException;

/** Nobody answers where a service was looked for, or who did has gone before the answer. */
public final class NoServiceException extends HotCopyException {
    private static final long serialVersionUID = 1L;

    /** @param url of the service, without a path */
    NoServiceException(String url, String reason, Throwable cause) {
        super("Unable to connect to " + url + ": " + reason, cause);
    }
}
