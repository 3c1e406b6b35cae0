package city.nhip.engine.planning.waste;

/** Ways between nodes, counted from 0; need not be symmetric. Thread-safe, cheap to ask. */
public interface Matrix {
  /** How many nodes there are. */
  int size();

  /**
   * @return in the problem's unit of distance (metres in a city), at least 0
   */
  int distance(int from, int to);

  /**
   * @return at free flow, in the problem's unit of time (seconds in a city), at least 0
   */
  int time(int from, int to);
}
