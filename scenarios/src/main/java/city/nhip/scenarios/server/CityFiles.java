package city.nhip.scenarios.server;

import city.nhip.engine.city.City;
import city.nhip.engine.planning.PlanningDomain;
import city.nhip.engine.planning.PlanningDomains;
import org.springframework.stereotype.Component;

/**
 * Reads every domain's files once at the start, so that a wrong one is refused before a job needs
 * it.
 */
@Component
class CityFiles {
  /**
   * @throws city.nhip.engine.files.BadFile with file, place and remedy
   */
  CityFiles(City city, PlanningDomains domains) {
    for (PlanningDomain<?> domain : domains.all()) {
      domain.assets(city);
    }
  }
}
