package city.nhip.scenarios.generator;

import java.util.Locale;

/** The two cities that are sketched. */
public enum CitySize {
  /** Bình Dương New City: large enough to show all three domains at work. */
  DEMO("binh-duong-new-city"),
  /** Two zones and a corridor of two signals, for tests. */
  TINY("tiny");

  private final String cityId;

  CitySize(String cityId) {
    this.cityId = cityId;
  }

  /** The city's id, and the name of its folder. */
  public String cityId() {
    return cityId;
  }

  /**
   * @throws IllegalArgumentException when the word is neither {@code demo} nor {@code tiny}
   */
  public static CitySize of(String word) {
    for (CitySize size : values()) {
      if (size.name().toLowerCase(Locale.ROOT).equals(word)) {
        return size;
      }
    }
    throw new IllegalArgumentException("There is no size " + word + ". Give demo or tiny.");
  }
}
