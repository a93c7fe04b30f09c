package io.hotcopy.admin;

import io.hotcopy.live.LocalCopies;

/**
 * What the resources share.
 *
 * @param domain the running domain
 * @param copies the hot copies made in it
 * @param file what is remembered; to change what has nothing to do with processes
 * @param processes what is remembered, brought up to date, and all processes
 * @param jobs threads for what takes long
 * @param directories where clients may have something written
 */
record Surroundings(
        DomainView domain,
        LocalCopies copies,
        AdminStateFile file,
        ProcessTable processes,
        Jobs jobs,
        AllowedDirectories directories,
        AdminSettings settings) {}
