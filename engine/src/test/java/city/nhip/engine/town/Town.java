package city.nhip.engine.town;

import city.nhip.engine.city.City;
import city.nhip.engine.city.Localized;
import city.nhip.engine.city.Position;
import city.nhip.engine.city.Zone;
import city.nhip.engine.safety.SafetyCheck;
import city.nhip.engine.safety.SafetyVerdict;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;

/** The engine without its own domains, with one that no existing file knows. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@ComponentScan(
    basePackages = "city.nhip.engine",
    excludeFilters =
        @ComponentScan.Filter(
            type = FilterType.REGEX,
            pattern = {
              "city\\.nhip\\.engine\\.planning\\.(lighting|waste|signals)\\..*",
              "city\\.nhip\\.engine\\.safety\\.(Lighting|Waste|Signal).*"
            }))
class Town {
  @Bean
  City city() {
    Localized name = new Localized("Thị trấn", "Town");
    Position here = new Position(11, 106);
    return new City(
        "town",
        name,
        true,
        ZoneId.of("Asia/Ho_Chi_Minh"),
        here,
        Path.of("."),
        List.of(new Zone("north", name, here), new Zone("south", name, here)),
        List.of());
  }

  @Bean
  CityClock clock() {
    return new CityClock();
  }

  @Bean
  PumpingDomain pumping() {
    return new PumpingDomain();
  }

  @Bean
  Field field() {
    return new Field();
  }

  @Bean
  SafetyCheck pumpingSafety() {
    return new SafetyCheck() {
      @Override
      public String domain() {
        return "pumping";
      }

      @Override
      public SafetyVerdict check(byte[] artefact, City city, String scope) {
        String plan = new String(artefact, StandardCharsets.UTF_8);
        long running = plan.split("true", -1).length - 1L;
        return new SafetyVerdict(
            1,
            running <= 12
                ? List.of()
                : List.of(new SafetyVerdict.Violation("pump-rest", "/on", "Runs too long.")));
      }
    };
  }
}
