package city.nhip.connectors.export;

import city.nhip.engine.city.City;
import city.nhip.engine.city.Localized;
import city.nhip.engine.city.Position;
import city.nhip.engine.planning.Asset;
import city.nhip.engine.planning.PlanningContext;
import city.nhip.engine.planning.PlanningDomain;
import city.nhip.engine.planning.Proposal;
import city.nhip.engine.planning.SolveControl;
import city.nhip.engine.planning.SolveLimits;
import city.nhip.engine.planning.Solved;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Has a depot D and the containers A, B and C, and plans nothing. */
final class YardDomain implements PlanningDomain<String> {
  @Override
  public String name() {
    return Rounds.DOMAIN;
  }

  @Override
  public Localized title() {
    return new Localized("Rác", "Waste");
  }

  @Override
  public List<Asset> assets(City city) {
    return List.of(
        asset("D", "depot", 11),
        asset("A", "container", 11.01),
        asset("B", "container", 11.02),
        asset("C", "container", 11.03));
  }

  private static Asset asset(String id, String kind, double latitude) {
    return new Asset(
        id, kind, "north", new Localized(id, id), new Position(latitude, 106), List.of(), Map.of());
  }

  @Override
  public String scope(String zone) {
    return zone;
  }

  @Override
  public String problem(PlanningContext context) {
    throw new UnsupportedOperationException("A yard plans nothing.");
  }

  @Override
  public Solved<String> solve(String start, SolveLimits limits, SolveControl control) {
    throw new UnsupportedOperationException("A yard plans nothing.");
  }

  @Override
  public byte[] encode(String plan) {
    throw new UnsupportedOperationException("A yard plans nothing.");
  }

  @Override
  public String decode(String problem, byte[] artefact) {
    throw new UnsupportedOperationException("A yard plans nothing.");
  }

  @Override
  public Proposal propose(String plan, Optional<String> inForce) {
    throw new UnsupportedOperationException("A yard plans nothing.");
  }
}
