package io.hotcopy.timetable

import io.hotcopy.model.BackupGroup
import io.hotcopy.model.BackupPolicy
import io.hotcopy.model.DirectoryPattern
import io.hotcopy.model.Objectives
import io.hotcopy.model.Reactions
import io.hotcopy.model.RunLine
import io.hotcopy.model.Schedule
import io.hotcopy.term.ArchiveId
import io.hotcopy.term.DatabaseName
import io.hotcopy.term.HotCopyType
import java.nio.file.Path
import java.time.DayOfWeek
import java.time.Duration
import java.time.Instant
import java.time.LocalTime
import java.time.ZoneId

/** Policies of which only the schedules matter. */
class Policies {

    static BackupPolicy of(Map<HotCopyType, Schedule> schedules, String zone = 'UTC', List<String> groups = ['east']) {
        new BackupPolicy(
                'nightly',
                new DatabaseName('acme', 'test'),
                ZoneId.of(zone),
                Objectives.NONE,
                groups.indexed().collect { index, name -> BackupGroup.of(name, [new ArchiveId(index)]) },
                schedules.collect { type, schedule -> new RunLine(type, Optional.ofNullable(schedule)) },
                Reactions.DEFAULT,
                BackupPolicy.DEFAULT_OUTAGE,
                new DirectoryPattern(Path.of('backups'), '{date}T{time}-{archive}'),
                Optional.empty(),
                [])
    }

    static Schedule every(String interval, boolean interleaved = false) {
        new Schedule.Every(Duration.parse(interval), interleaved)
    }

    static Schedule cron(String expression) {
        new Schedule.Cron(expression)
    }

    /** {@code 01:00}, or {@code SUNDAY,MONDAY 01:00}. */
    static Schedule at(String words) {
        List<String> parts = words.split(' ')
        LocalTime time = LocalTime.parse(parts.last())
        parts.size() == 1 ? Schedule.At.daily(time)
                : Schedule.At.on(parts[0].split(',').collect { DayOfWeek.valueOf(it) } as Set, time)
    }

    /** When a full of this schedule is to begin. */
    static List<String> instants(Schedule schedule, String zone, String after, String through) {
        Timetable.of(of([(HotCopyType.FULL): schedule], zone))
                .between(Instant.parse(after), Instant.parse(through))*.at()*.toString()
    }
}
