package city.nhip.engine.planning;

import java.util.function.Supplier;

/** How a running solve talks with whoever started it. Called from the solving thread only. */
public interface SolveControl {
  /** For callers that neither cancel nor watch. */
  SolveControl UNWATCHED =
      new SolveControl() {
        @Override
        public boolean cancelled() {
          return false;
        }

        @Override
        public void improved(Supplier<byte[]> artefact, String score) {}
      };

  /** Cheap; asked often. Once true, the solve returns its best plan soon. */
  boolean cancelled();

  /**
   * A better plan was found.
   *
   * @param artefact encodes it; called before this method returns, or not at all
   */
  void improved(Supplier<byte[]> artefact, String score);
}
