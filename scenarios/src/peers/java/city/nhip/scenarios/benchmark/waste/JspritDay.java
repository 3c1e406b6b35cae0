package city.nhip.scenarios.benchmark.waste;

import city.nhip.engine.planning.waste.Matrix;
import city.nhip.engine.planning.waste.Stop;
import city.nhip.engine.planning.waste.Truck;
import city.nhip.engine.planning.waste.WasteProblem;
import city.nhip.engine.planning.waste.Window;
import com.graphhopper.jsprit.core.algorithm.VehicleRoutingAlgorithm;
import com.graphhopper.jsprit.core.algorithm.box.Jsprit;
import com.graphhopper.jsprit.core.problem.Location;
import com.graphhopper.jsprit.core.problem.VehicleRoutingProblem;
import com.graphhopper.jsprit.core.problem.cost.AbstractForwardVehicleRoutingTransportCosts;
import com.graphhopper.jsprit.core.problem.driver.Driver;
import com.graphhopper.jsprit.core.problem.job.Service;
import com.graphhopper.jsprit.core.problem.solution.VehicleRoutingProblemSolution;
import com.graphhopper.jsprit.core.problem.solution.route.VehicleRoute;
import com.graphhopper.jsprit.core.problem.solution.route.activity.TimeWindow;
import com.graphhopper.jsprit.core.problem.solution.route.activity.TourActivity;
import com.graphhopper.jsprit.core.problem.vehicle.Vehicle;
import com.graphhopper.jsprit.core.problem.vehicle.VehicleImpl;
import com.graphhopper.jsprit.core.problem.vehicle.VehicleTypeImpl;
import com.graphhopper.jsprit.core.util.Solutions;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/** A day without disposal sites as jsprit sees it, with its settings as they come. */
final class JspritDay {
  private JspritDay() {}

  static List<List<Integer>> solve(WasteProblem problem, BooleanSupplier over) {
    Truck truck = problem.trucks().get(0);
    VehicleTypeImpl type =
        VehicleTypeImpl.Builder.newInstance("truck")
            .addCapacityDimension(0, truck.compartments().get(0).volume())
            .setCostPerDistance(1)
            .build();
    VehicleRoutingProblem.Builder builder =
        VehicleRoutingProblem.Builder.newInstance()
            .setFleetSize(VehicleRoutingProblem.FleetSize.INFINITE)
            .addVehicle(
                VehicleImpl.Builder.newInstance("truck")
                    .setType(type)
                    .setStartLocation(Location.newInstance(truck.depot()))
                    .setLatestArrival(truck.shift().latest())
                    .build())
            .setRoutingCost(new Ways(problem.matrix()));
    for (int u = 0; u < problem.stops().size(); u++) {
      Stop stop = problem.stops().get(u);
      Window hours = stop.windows().get(0);
      builder.addJob(
          Service.Builder.newInstance(String.valueOf(u))
              .setLocation(Location.newInstance(stop.node()))
              .addSizeDimension(0, stop.volume())
              .setServiceTime(stop.service())
              .setTimeWindow(new TimeWindow(hours.from(), hours.to()))
              .build());
    }
    VehicleRoutingAlgorithm algorithm = Jsprit.createAlgorithm(builder.build());
    algorithm.setMaxIterations(Integer.MAX_VALUE);
    algorithm.setPrematureAlgorithmTermination(solution -> over.getAsBoolean());
    VehicleRoutingProblemSolution best = Solutions.bestOf(algorithm.searchSolutions());
    List<List<Integer>> orders = new ArrayList<>();
    for (VehicleRoute route : best.getRoutes()) {
      orders.add(
          route.getActivities().stream()
              .map(TourActivity.JobActivity.class::cast)
              .map(activity -> Integer.valueOf(activity.getJob().getId()))
              .toList());
    }
    return orders;
  }

  private static final class Ways extends AbstractForwardVehicleRoutingTransportCosts {
    private final Matrix matrix;

    Ways(Matrix matrix) {
      this.matrix = matrix;
    }

    @Override
    public double getDistance(Location from, Location to, double departs, Vehicle vehicle) {
      return matrix.distance(from.getIndex(), to.getIndex());
    }

    @Override
    public double getTransportTime(
        Location from, Location to, double departs, Driver driver, Vehicle vehicle) {
      return matrix.time(from.getIndex(), to.getIndex());
    }

    @Override
    public double getTransportCost(
        Location from, Location to, double departs, Driver driver, Vehicle vehicle) {
      return matrix.distance(from.getIndex(), to.getIndex());
    }
  }
}
