package city.nhip.connectors.codec;

/** A whole payload makes no sense; repeating it would not help. */
public final class UnreadablePayload extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param message what is so, where, then what to do
   */
  public UnreadablePayload(String message) {
    super(message);
  }
}
