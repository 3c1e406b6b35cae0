package city.nhip.scenarios.instance.waste;

import city.nhip.engine.files.BadFile;
import city.nhip.engine.planning.waste.Truck;
import city.nhip.engine.planning.waste.WasteProblem;
import java.nio.file.Path;

/**
 * A problem read from a file, and how its objective is written.
 *
 * @param unit of the objective
 * @param unitsInOne so many of the problem's units of distance are one of the objective's
 * @param decimals with which the objective is written
 */
public record WasteInstance(WasteProblem problem, String unit, double unitsInOne, int decimals) {
  /**
   * @param file plain or gzip: VRPLIB, Solomon and Gehring-Homberger, or Kim, Kim and Sahoo
   * @throws BadFile when it is missing, of no known format, or wrong in a line
   */
  public static WasteInstance read(Path file) {
    InstanceLines lines = InstanceLines.read(file);
    if (lines.any(line -> line.startsWith("NODE_COORD_SECTION"))
        || lines.any(line -> line.startsWith("EDGE_WEIGHT_TYPE"))) {
      return new VrplibFile(lines).read();
    }
    if (lines.any(SolomonFile::startsCustomers)) {
      return new SolomonFile(lines).read();
    }
    if (lines.any(line -> line.startsWith("STOP_ID"))) {
      return new KimFile(lines).read();
    }
    throw new BadFile(
        file,
        "",
        "this is no instance that is known here. Give a VRPLIB file (with a NODE_COORD_SECTION or"
            + " an EDGE_WEIGHT_TYPE), a Solomon file (with a line CUSTOMER) or a Kim file (with a"
            + " header that starts with Stop_ID).");
  }

  /**
   * @param distance in the problem's unit
   */
  public double objective(long distance) {
    return distance / unitsInOne;
  }

  /** The same where a truck and its time cost nothing: its way alone counts. */
  public WasteInstance distanceOnly() {
    WasteProblem free =
        new WasteProblem(
            problem.name(),
            problem.stops(),
            problem.trucks().stream().map(WasteInstance::free).toList(),
            problem.sites(),
            problem.matrix(),
            problem.congestion());
    return new WasteInstance(free, unit, unitsInOne, decimals);
  }

  private static Truck free(Truck truck) {
    return new Truck(
        truck.id(),
        truck.start(),
        truck.depot(),
        truck.compartments(),
        truck.payload(),
        truck.shift(),
        truck.limits(),
        Truck.Prices.DISTANCE_ONLY);
  }
}
