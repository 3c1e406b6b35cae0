package city.nhip.scenarios.benchmark.waste;

/** What is in a city's containers, as a crew finds them. */
@FunctionalInterface
interface Contents {
  /**
   * @param second of the day on which the shift starts
   * @return what a truck takes from the container then
   */
  Load at(String container, int second);

  /** What fills a compartment, and what it weighs. */
  record Load(int litres, int kilograms) {}
}
