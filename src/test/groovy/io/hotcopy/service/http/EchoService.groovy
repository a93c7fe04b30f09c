package io.hotcopy.service.http

import io.hotcopy.admin.AdminAnswer
import io.hotcopy.admin.AdminClient
import io.hotcopy.admin.AdminRequest

/** Answers with what it was asked. */
class EchoService implements AdminClient {

    @Override
    AdminAnswer send(AdminRequest request) {
        AdminAnswer.ok([
            method: request.method(),
            path: request.path(),
            query: request.query(),
            body: request.body().orElse(null)
        ])
    }
}
