package city.nhip.scenarios.instance.waste;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/** Writes little instances of each format. */
final class InstanceFiles {
  private InstanceFiles() {}

  static Path vrplib(Path folder, int nodes, long seed) throws IOException {
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder();
    text.append("NAME : made\nCOMMENT : (a made instance: none of a set)\nTYPE : CVRP\n");
    text.append("DIMENSION : %d\nEDGE_WEIGHT_TYPE : EUC_2D\n".formatted(nodes));
    text.append("CAPACITY : 50\nNODE_COORD_SECTION\n");
    for (int i = 1; i <= nodes; i++) {
      text.append("%d\t%d\t%d\n".formatted(i, random.nextInt(1000), random.nextInt(1000)));
    }
    text.append("DEMAND_SECTION\n");
    for (int i = 1; i <= nodes; i++) {
      text.append("%d %d\n".formatted(i, i == 1 ? 0 : 1 + random.nextInt(20)));
    }
    text.append("DEPOT_SECTION\n 1\n -1\nEOF\n");
    return Files.writeString(folder.resolve("made.vrp"), text);
  }

  static Path solomon(Path folder, int customers, long seed) throws IOException {
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder("made\n\nVEHICLE\nNUMBER     CAPACITY\n");
    text.append("  %d         60\n\nCUSTOMER\n".formatted(customers));
    text.append("CUST NO.  XCOORD.  YCOORD.  DEMAND  READY TIME  DUE DATE  SERVICE TIME\n\n");
    text.append("    0   50   50   0   0   400   0\n");
    for (int i = 1; i <= customers; i++) {
      int from = random.nextInt(200);
      text.append(
          "%5d %4d %4d %3d %4d %4d   10\n"
              .formatted(
                  i,
                  random.nextInt(100),
                  random.nextInt(100),
                  1 + random.nextInt(20),
                  from,
                  from + 90));
    }
    return Files.writeString(folder.resolve("made.txt"), text);
  }

  static Path kim(Path folder, int stops, long seed) throws IOException {
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder("60.0 \t// vehicle capacity (yards)\n");
    text.append("150.0\t// yards a day\n40\t// stops a day\n3600\t// lunch\n40\t// speed: MPH\n");
    text.append("Stop_ID\tX(feet)\tY(feet)\tEarly\tLate\tSvice_Time\tLoad\tStop_Type\n");
    text.append("0 100000.00 100000.00 0600 1800 0 9999.00 0\n");
    text.append("1 150000.00 120000.00 0700 1700 900 9999.00 2\n");
    text.append("2 60000.00 40000.00 0000 2400 600 9999.00 2\n");
    for (int i = 0; i < stops; i++) {
      text.append(
          "%d %.2f %.2f %s 2400 %d %.1f 1 \t\n"
              .formatted(
                  i + 3,
                  200_000 * random.nextDouble(),
                  200_000 * random.nextDouble(),
                  random.nextBoolean() ? "0000" : "0775",
                  60 + random.nextInt(300),
                  1 + random.nextInt(80) / 10.0));
    }
    return Files.writeString(folder.resolve("made_stop.txt"), text);
  }
}
