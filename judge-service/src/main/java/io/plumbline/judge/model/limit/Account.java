package io.plumbline.judge.model.limit;

/** What one model has cost: what the database knows of, and what it does not know yet. */
final class Account {
  private double stored;
  private double unwritten;
  private boolean known;
  private boolean queued;

  synchronized boolean isKnown() {
    return known;
  }

  /** Takes over what was spent before; what was read later counts more. */
  synchronized void known(double before) {
    if (!known) {
      stored = before;
      known = true;
    }
  }

  synchronized double spent() {
    return stored + unwritten;
  }

  synchronized double unwritten() {
    return unwritten;
  }

  /** Whether somebody is to see to it that this is written. */
  synchronized boolean add(double cost) {
    unwritten += cost;
    boolean first = !queued;
    queued = true;
    return first;
  }

  /** What is to be written; whatever is added from now on is not in it. */
  synchronized double take() {
    queued = false;
    return unwritten;
  }

  /**
   * @param sum that was written
   * @param total of all processes
   */
  synchronized void written(double sum, double total) {
    stored = total;
    unwritten -= sum;
    known = true;
  }
}
