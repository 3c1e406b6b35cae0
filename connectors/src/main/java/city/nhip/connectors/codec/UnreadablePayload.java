package city.nhip.connectors.codec;

import city.nhip.engine.city.Localized;

/** A whole payload makes no sense; repeating it would not help. */
public final class UnreadablePayload extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Localized reason;

  /**
   * @param vi what is so, where, then what to do
   * @param en the same
   */
  public UnreadablePayload(String vi, String en) {
    super(en);
    this.reason = new Localized(vi, en);
  }

  public Localized reason() {
    return reason;
  }
}
