package io.hotcopy.plan;

/**
 * A rule that judges each backup group by itself: what it finds is the same when no other is planned, so that it can be
 * asked of each on its own, and what it finds then concerns that one.
 */
interface GroupRule extends Rule {}
