package io.plumbline.judge.model.limit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Stands still until it is moved. */
final class ManualClock implements Clock {
  private record Alarm(long at, Runnable task) {}

  private final List<Alarm> alarms = new ArrayList<>();
  private long now = 5_000_000_000L;

  @Override
  public long now() {
    return now;
  }

  @Override
  public void after(Duration wait, Runnable task) {
    alarms.add(new Alarm(now + wait.toNanos(), task));
  }

  int pending() {
    return alarms.size();
  }

  void move(Duration by) {
    now += by.toNanos();
    List<Alarm> due = alarms.stream().filter(alarm -> alarm.at() <= now).toList();
    alarms.removeAll(due);
    due.forEach(alarm -> alarm.task().run());
  }
}
