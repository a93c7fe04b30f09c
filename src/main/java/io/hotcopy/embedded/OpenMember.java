package io.hotcopy.embedded;

import io.hotcopy.embedded.commit.JournalRelay;
import io.hotcopy.embedded.commit.Member;

/**
 * A member with what its journal tells the pipeline through.
 *
 * @param member its store and journal are open
 * @param relay disconnected before they are closed while the database runs
 */
record OpenMember(Member member, JournalRelay relay) {}
